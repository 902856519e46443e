"use client";

import { Mic, Music } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AttachmentView } from "#lib/api-client/views.ts";
import { AttachmentFile } from "./attachment-file.tsx";

/** Sound and film, with the browser's own player. What it cannot play can still be downloaded. */
export function AttachmentMedia({ attachment }: { attachment: AttachmentView }) {
  const t = useTranslations("messages");
  const [broken, setBroken] = useState(false);
  if (broken || !attachment.url) return <AttachmentFile attachment={attachment} />;
  if (attachment.kind === "video") {
    return <video src={attachment.url} controls playsInline preload="metadata" aria-label={attachment.filename} onError={() => setBroken(true)} className="max-h-80 w-80 max-w-full rounded-lg bg-black" />;
  }
  return (
    <figure className="grid w-72 max-w-full gap-1">
      <figcaption className="flex items-center gap-1.5 text-xs text-ink-faint">
        {attachment.voice ? <Mic aria-hidden className="size-3.5" /> : <Music aria-hidden className="size-3.5" />}
        <span className="truncate">{attachment.voice ? t("voiceNote") : attachment.filename}</span>
      </figcaption>
      <audio src={attachment.url} controls preload="metadata" aria-label={attachment.voice ? t("voiceNote") : attachment.filename} onError={() => setBroken(true)} className="h-9 w-full" />
    </figure>
  );
}
