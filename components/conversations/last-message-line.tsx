"use client";

import { File, Image, Lock, Mic, Sticker, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { DeliveryTick } from "#components/messages/delivery-tick.tsx";
import type { ConversationView } from "#lib/api-client/views.ts";

const icons = { image: Image, audio: Mic, video: Video, document: File, sticker: Sticker };

/** The last word of a conversation: by whom, and what, in one line. */
export function LastMessageLine({ last }: { last: ConversationView["lastMessage"]; userId: string }) {
  const t = useTranslations("conversations");
  if (!last) return <span className="text-ink-faint">{t("noMessages")}</span>;
  const kind = last.attachmentKind as keyof typeof icons | null;
  const Icon = kind && kind in icons ? icons[kind] : null;
  const author = last.type === "incoming" ? null : last.senderName?.split(" ")[0];
  return (
    <span className="flex min-w-0 items-center gap-1">
      {last.private ? <Lock aria-label={t("note")} className="size-3 shrink-0 text-note-text" /> : null}
      {last.type === "outgoing" && !last.private && last.status ? <DeliveryTick status={last.status} /> : null}
      {author ? <span className="shrink-0 text-ink-faint">{author}:</span> : null}
      {Icon ? <Icon aria-hidden className="size-3.5 shrink-0 text-ink-faint" /> : null}
      <span className="truncate">{last.preview || (kind ? t(`attachmentKind.${kind}`) : t("message"))}</span>
    </span>
  );
}
