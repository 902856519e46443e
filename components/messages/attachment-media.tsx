"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AttachmentView } from "#lib/api-client/views.ts";
import { AttachmentFile } from "./attachment-file.tsx";
import { AudioPlayer } from "./audio-player.tsx";

/** Sound and film. What the browser cannot play can still be downloaded. */
export function AttachmentMedia({ attachment }: { attachment: AttachmentView }) {
  const t = useTranslations("messages");
  const [broken, setBroken] = useState(false);
  // WebM and MP4 may hold sound only, under the name of a film.
  const [blind, setBlind] = useState(false);
  if (broken || !attachment.url) return <AttachmentFile attachment={attachment} />;
  if (attachment.kind === "audio" || blind) return <AudioPlayer url={attachment.url} name={attachment.voice ? t("voiceNote") : attachment.filename} voice={attachment.voice} onBroken={() => setBroken(true)} />;
  const { width, height } = attachment;
  return (
    <video
      src={attachment.url}
      controls
      playsInline
      preload="metadata"
      aria-label={attachment.filename}
      onError={() => setBroken(true)}
      onLoadedMetadata={(event) => setBlind(event.currentTarget.videoWidth === 0)}
      // Its place is kept before it is known what it shows: nothing moves.
      style={{ aspectRatio: width && height ? Math.max(0.75, width / height) : 4 / 3 }}
      className="w-80 max-w-full rounded-lg bg-black"
    />
  );
}
