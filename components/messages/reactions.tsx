"use client";

import { useTranslations } from "next-intl";
import type { MessageView } from "#lib/api-client/views.ts";
import { useReact } from "./use-react.ts";

/** The reactions under a message; one's own is taken back with a press. */
export function Reactions({ reactions, message }: { reactions: MessageView["reactions"]; message: MessageView }) {
  const t = useTranslations("messages");
  const react = useReact(message);
  if (!reactions.length) return null;
  return (
    <div className="z-[1] -mt-1.5 flex gap-1 px-1.5">
      {reactions.map((reaction) => {
        const look = "inline-flex h-6 items-center rounded-full border border-line bg-raised px-1.5 text-sm leading-none shadow-card";
        return reaction.by === "agent"
          ? <button key={reaction.emoji + reaction.by} type="button" onClick={() => react("")} aria-label={t("takeBackReaction", { emoji: reaction.emoji })} className={`${look} hover:bg-hover`}>{reaction.emoji}</button>
          : <span key={reaction.emoji + reaction.by} role="img" aria-label={t("contactReacted", { emoji: reaction.emoji })} className={look}>{reaction.emoji}</span>;
      })}
    </div>
  );
}
