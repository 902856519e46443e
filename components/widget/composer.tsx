/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { boot } from "./boot.ts";
import { chatState, type ChatState } from "./chat-state.ts";
import { chat } from "./chat.ts";
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";
import { UploadTray } from "./upload-tray.tsx";
import { useUploads } from "./use-uploads.ts";
import { visitorStorage } from "./visitor-storage.ts";

const touch = matchMedia("(pointer: coarse)");
const typingPauseMs = 3_000;

export function Composer({ state }: { state: ChatState }) {
  const [text, setText] = useState(() => visitorStorage.get("draft") ?? "");
  const [dropping, setDropping] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { uploads, problem, add, remove, retry, take } = useUploads();

  const tooLong = text.length > boot.limits.text;
  const busy = uploads.some((upload) => !upload.done && !upload.problem);
  const ready = state.phase !== "refused" && !tooLong && !busy && (text.trim() !== "" || uploads.some((upload) => upload.done));
  const trouble = tooLong ? say("error.too_long", { max: boot.limits.text }) : (problem ?? uploads.find((upload) => upload.problem)?.problem);

  useLayoutEffect(() => {
    const area = field.current!;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 132)}px`;
  }, [text]);

  useEffect(() => {
    if (state.shown && !touch.matches) field.current!.focus();
  }, [state.shown]);

  useEffect(() => {
    if (state.draft && !text.trim()) write(state.draft);
    if (state.draft) chatState.set({ draft: "" });
  }, [state.draft]);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setDropping(event.type === "dragover");
      if (event.type === "drop") add(event.dataTransfer.files);
    };
    const events = ["dragover", "dragleave", "drop"] as const;
    for (const name of events) addEventListener(name, over);
    return () => {
      for (const name of events) removeEventListener(name, over);
    };
  });

  const write = (value: string) => {
    setText(value);
    visitorStorage.set("draft", value);
    clearTimeout(pause.current);
    chat.typing(value.trim() !== "");
    pause.current = setTimeout(() => chat.typing(false), typingPauseMs);
  };

  const send = () => {
    if (!ready) return;
    clearTimeout(pause.current);
    chat.send(text.trim(), take());
    setText("");
    visitorStorage.set("draft", null);
    field.current!.focus();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
      {uploads.length > 0 && <UploadTray uploads={uploads} onRemove={remove} onRetry={retry} />}
      <div class="field">
        <button type="button" class="attach" aria-label={say("composer.attach")} onClick={() => picker.current!.click()}>
          <Icon name="clip" />
        </button>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={say("composer.placeholder")}
          aria-label={say("composer.label")}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A phone's Enter makes a line; elsewhere it sends. An unfinished composition (accents, Japanese) is left alone.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || (touch.matches && !event.ctrlKey)) return;
            event.preventDefault();
            send();
          }}
          onPaste={(event) => {
            const files = event.clipboardData?.files;
            if (!files?.length) return;
            event.preventDefault();
            add(files);
          }}
        />
        <button type="submit" class="send" aria-label={say("composer.send")} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          add(event.currentTarget.files ?? []);
          event.currentTarget.value = "";
        }}
      />
      {dropping && <div class="drop">{say("composer.drop")}</div>}
    </form>
  );
}
