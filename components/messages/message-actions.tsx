"use client";

import { Copy, Reply, SmilePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { copyText } from "#components/ui/copy-text.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { toast } from "#components/ui/toast.ts";
import type { MessageView } from "#lib/api-client/views.ts";
import { useReact } from "./use-react.ts";

const quick = ["👍", "❤️", "😂", "😮", "🙏", "✅"];

/** What can be done with one message; in sight when the pointer or the focus is on it. */
export function MessageActions({ message, onReply }: { message: MessageView; onReply: (message: MessageView) => void }) {
  const t = useTranslations("messages");
  const react = useReact(message);
  const [picking, setPicking] = useState(false);
  const inside = message.private;
  return (
    <div className={`flex items-center gap-0.5 self-center transition-opacity pointer-coarse:absolute pointer-coarse:-top-9 pointer-coarse:z-20 pointer-coarse:rounded-lg pointer-coarse:border pointer-coarse:border-line pointer-coarse:bg-raised pointer-coarse:shadow-pop ${message.type === "incoming" ? "pointer-coarse:left-0" : "pointer-coarse:right-0"} focus-within:opacity-100 group-focus/message:opacity-100 group-hover/message:opacity-100 ${picking ? "" : "opacity-0 pointer-coarse:pointer-events-none pointer-coarse:group-focus/message:pointer-events-auto pointer-coarse:focus-within:pointer-events-auto"}`}>
      {inside ? null : <IconButton size="xs" label={t("reply")} onClick={() => onReply(message)}><Reply aria-hidden /></IconButton>}
      {inside ? null : (
        <span>
          <Popover
            open={picking}
            onOpenChange={setPicking}
            label={t("react")}
            side="top"
            align="center"
            className="!min-w-0 flex gap-0.5"
            trigger={<button type="button" aria-label={t("react")} title={t("react")} className="grid size-6 place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink max-md:size-11"><SmilePlus aria-hidden className="size-4" /></button>}
          >
            {quick.map((emoji) => <button key={emoji} type="button" aria-label={t("reactWith", { emoji })} onClick={() => { setPicking(false); react(emoji); }} className="grid size-8 place-items-center rounded-md text-lg hover:bg-hover max-md:size-11">{emoji}</button>)}
          </Popover>
        </span>
      )}
      {message.content ? (
        <span>
          <IconButton size="xs" label={t("copy")} onClick={() => void copyText(message.content!).then((copied) => copied && toast.say(t("copied")))}><Copy aria-hidden /></IconButton>
        </span>
      ) : null}
    </div>
  );
}
