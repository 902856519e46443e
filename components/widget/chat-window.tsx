/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import { Announcer } from "./announcer.tsx";
import { useChatState } from "./chat-state.ts";
import { ChatHeader } from "./chat-header.tsx";
import { chat } from "./chat.ts";
import { Composer } from "./composer.tsx";
import { Conversation } from "./conversation.tsx";
import { hostLink } from "./host-link.ts";
import { Icon } from "./icon.tsx";
import { say } from "./say.ts";

export function ChatWindow() {
  const state = useChatState();
  const window = useRef<HTMLDivElement>(null);
  const empty = state.history.length === 0 && state.outbox.length === 0;
  const greeting = empty && state.historyLoaded;

  // On a touch screen the field must wait, or the keyboard would cover what there is to read.
  useEffect(() => {
    if (state.shown && !window.current!.contains(document.activeElement)) window.current!.focus();
  }, [state.shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) hostLink.tell({ balcao: "close" });
    // Covering the screen, the chat keeps the focus: the page behind cannot be seen.
    if (event.key !== "Tab" || !state.phone) return;
    const stops = [...window.current!.querySelectorAll<HTMLElement>("button:not(:disabled), a[href], textarea, input:not([hidden]), audio, video, [tabindex='0']")];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge && document.activeElement !== window.current) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };

  return (
    <div class={`chat ${state.alone ? "alone" : ""}`} ref={window} tabIndex={-1} onKeyDown={onKeyDown}>
      <ChatHeader state={state} greeting={greeting} />
      <main>
        {state.phase === "refused" && empty ? (
          <div class="refused" role="alert">
            <Icon name="alert" />
            <p>{say(state.refusal!)}</p>
            {state.refusalPasses && <button type="button" onClick={() => chat.restart()}>{say("state.retry")}</button>}
          </div>
        ) : (
          <Conversation state={state} />
        )}
      </main>
      {!(state.phase === "refused" && !state.refusalPasses) && <Composer state={state} />}
      <Announcer state={state} />
    </div>
  );
}
