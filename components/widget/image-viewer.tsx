/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import type { VisitorAttachment } from "#lib/visitors/schemas.ts";
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";

/** A modal dialog of the browser: it keeps the focus inside, closes on Escape and gives the focus back. */
export function ImageViewer({ file, onClose }: { file: VisitorAttachment; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current!.showModal();
    close.current!.focus();
  }, []);
  const name = file.filename;
  return (
    <dialog ref={dialog} class="viewer" aria-label={say("viewer.label", { name })} onClose={onClose} onClick={(event) => event.target === dialog.current && dialog.current!.close()}>
      <img src={file.url!} alt={name} />
      <nav>
        <a href={file.url!} target="_blank" rel="noopener" download={name}>
          <Icon name="download" />
          {say("viewer.download")}
        </a>
        <button type="button" ref={close} aria-label={say("viewer.close")} onClick={() => dialog.current!.close()}>
          <Icon name="cross" />
        </button>
      </nav>
    </dialog>
  );
}
