"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { AttachmentView } from "#lib/api-client/views.ts";
import { AttachmentFile } from "./attachment-file.tsx";
import { AttachmentImage } from "./attachment-image.tsx";
import { AttachmentMedia } from "./attachment-media.tsx";

const Lightbox = dynamic(() => import("./lightbox.tsx").then((module) => module.Lightbox), { ssr: false });

/** A message's files: pictures as a small wall, sound and film to play, the rest to download. */
export function Attachments({ attachments, dimmed }: { attachments: readonly AttachmentView[]; dimmed?: boolean }) {
  const [shown, setShown] = useState<number | null>(null);
  if (!attachments.length) return null;
  const pictures = attachments.filter((each) => (each.kind === "image" || each.kind === "sticker") && each.state === "ready" && each.url);
  const others = attachments.filter((each) => !pictures.includes(each));
  return (
    <div className={`my-1 grid max-w-full grid-cols-[minmax(0,auto)] gap-1.5 ${dimmed ? "opacity-50" : ""}`}>
      {pictures.length ? (
        <div className={pictures.length === 1 ? "" : "grid grid-cols-2 gap-1"}>
          {pictures.map((each, index) => <AttachmentImage key={each.id} attachment={each} alone={pictures.length === 1} onOpen={() => setShown(index)} />)}
        </div>
      ) : null}
      {others.map((each) => (each.state === "ready" && (each.kind === "audio" || each.kind === "video") ? <AttachmentMedia key={each.id} attachment={each} /> : <AttachmentFile key={each.id} attachment={each} />))}
      {shown === null ? null : <Lightbox pictures={pictures} index={shown} onIndex={setShown} onClose={() => setShown(null)} />}
    </div>
  );
}
