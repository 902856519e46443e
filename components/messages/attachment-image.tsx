"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AttachmentView } from "#lib/api-client/views.ts";
import { AttachmentFile } from "./attachment-file.tsx";

/** A picture in its own proportions, so that nothing moves when it arrives. */
export function AttachmentImage({ attachment, alone, onOpen }: { attachment: AttachmentView; alone: boolean; onOpen: () => void }) {
  const t = useTranslations("messages");
  const [broken, setBroken] = useState(false);
  if (broken) return <AttachmentFile attachment={attachment} />;
  const { width, height } = attachment;
  const sticker = attachment.kind === "sticker";
  const ratio = width && height ? width / height : 4 / 3;
  const shownWidth = sticker ? 128 : Math.round(Math.min(320, Math.max(140, 300 * Math.sqrt(ratio)), Math.max(width ?? 320, 96)));
  return (
    <button type="button" onClick={onOpen} aria-label={t("openImage", { name: attachment.filename })} className={`block overflow-hidden rounded-lg ${sticker ? "" : "bg-pressed"} ${alone ? "" : "aspect-square"}`} style={alone ? { width: shownWidth, maxWidth: "100%", aspectRatio: Math.max(0.6, ratio) } : undefined}>
      <img src={attachment.previewUrl ?? attachment.url ?? undefined} alt={attachment.filename} loading="lazy" decoding="async" onError={() => setBroken(true)} className={`size-full ${sticker || (alone && width && width < 96) ? "object-contain" : "object-cover"}`} />
    </button>
  );
}
