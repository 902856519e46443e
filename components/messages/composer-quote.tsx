"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { MessageView } from "#lib/api-client/views.ts";

/** The message being answered, above the field. */
export function ComposerQuote({ message, contactName, onRemove }: { message: MessageView; contactName: string; onRemove: () => void }) {
  const t = useTranslations("messages");
  return (
    <div className="mx-3 mt-2 flex items-start gap-2 rounded-md border-l-[3px] border-accent bg-sunken py-1 pl-2 pr-1">
      <div className="min-w-0 flex-1">
        <p className="truncate text-xs font-semibold text-accent-text">{t("replyingTo", { name: message.sender.name ?? contactName })}</p>
        <p className="truncate text-sm text-ink-soft">{message.content || message.attachments[0]?.filename || t("attachment")}</p>
      </div>
      <IconButton size="xs" label={t("cancelReply")} shortcut="Esc" onClick={onRemove}><X aria-hidden /></IconButton>
    </div>
  );
}
