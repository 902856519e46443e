/** @jsxImportSource preact */
import type { VisitorAttachment } from "#lib/visitors/schemas.ts";
import { fileSize } from "./file-size.ts";
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";

export function MessageAttachment({ file, onOpenImage }: { file: VisitorAttachment; onOpenImage: (file: VisitorAttachment) => void }) {
  const name = file.filename;
  if (file.state !== "ready" || !file.url) {
    return (
      <p class="file waiting">
        <Icon name={file.state === "failed" ? "alert" : "clock"} />
        <span>{say(file.state === "failed" ? "message.lost" : "message.pending")}</span>
      </p>
    );
  }
  if (file.kind === "image" || file.kind === "sticker") {
    // The box keeps the picture's shape while it loads, so that nothing jumps.
    const shape = file.width && file.height ? { aspectRatio: `${file.width} / ${file.height}` } : {};
    return (
      <button type="button" class="picture" aria-label={say("message.openImage", { name })} onClick={() => onOpenImage(file)}>
        <img src={file.previewUrl ?? file.url} alt="" loading="lazy" style={shape} />
      </button>
    );
  }
  if (file.kind === "audio") return <audio class="player" controls preload="metadata" src={file.url} aria-label={name} />;
  if (file.kind === "video") return <video class="player" controls preload="metadata" playsInline src={file.url} aria-label={name} />;
  return (
    <a class="file" href={file.url} target="_blank" rel="noopener" download={name} aria-label={say("message.download", { name })}>
      <Icon name="file" />
      <span>
        <b>{name}</b>
        {file.size ? <small>{fileSize(file.size)}</small> : null}
      </span>
    </a>
  );
}
