/** @jsxImportSource preact */
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";
import type { Upload } from "./use-uploads.ts";

export function UploadTray({ uploads, onRemove, onRetry }: { uploads: Upload[]; onRemove: (key: number) => void; onRetry: (key: number) => void }) {
  return (
    <ul class="tray" aria-label={say("composer.files")}>
      {uploads.map(({ key, file, progress, previewUrl, done, problem }) => (
        <li key={key} class={problem ? "failed" : done ? "" : "uploading"} title={problem ?? file.name}>
          {previewUrl ? <img src={previewUrl} alt="" /> : <Icon name="file" />}
          {!previewUrl && <span>{file.name}</span>}
          {!done && !problem && (
            <progress max={1} value={progress} aria-label={say("composer.uploading", { name: file.name, percent: `${Math.round(progress * 100)} %` })} />
          )}
          {problem && (
            <button type="button" class="again" onClick={() => onRetry(key)} aria-label={`${problem} ${say("message.retry")}`}>
              <Icon name="alert" />
            </button>
          )}
          <button type="button" class="remove" aria-label={say("composer.remove", { name: file.name })} onClick={() => onRemove(key)}>
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}
