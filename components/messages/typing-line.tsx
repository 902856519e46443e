"use client";

import { useTranslations } from "next-intl";
import { useTyping } from "#components/hooks/use-realtime.ts";
import { usePresent } from "#components/shell/account-provider.tsx";

/** Who is writing at this moment. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const t = useTranslations("messages");
  const { profile } = usePresent();
  const typists = useTyping(conversationId).filter((each) => each.id !== profile.id);
  if (!typists.length) return null;
  return (
    <p role="status" className="flex items-center gap-2 pt-2 text-sm text-ink-faint">
      <span aria-hidden className="flex gap-0.5 rounded-full border border-line bg-surface px-2 py-2">
        {[0, 1, 2].map((dot) => <span key={dot} className="size-1.5 rounded-full bg-ink-faint [animation:typing-dot_1.2s_infinite]" style={{ animationDelay: `${dot * 0.15}s` }} />)}
      </span>
      {t("typing", { names: typists.map((each) => each.name.split(" ")[0]).join(", "), count: typists.length })}
    </p>
  );
}
