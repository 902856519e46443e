/** @jsxImportSource preact */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatState } from "./chat-state.ts";
import { say } from "./say.ts";

/** Reads to screen readers what agents write, each message once, and nothing of the history. */
export function Announcer({ state }: { state: ChatState }) {
  const [said, setSaid] = useState("");
  const last = useRef<string | undefined>(undefined);
  const newest = state.historyLoaded ? state.history.findLast((message) => message.type === "outgoing") : undefined;
  useEffect(() => {
    if (!state.historyLoaded) return;
    if (last.current !== undefined && newest && newest.id !== last.current) {
      setSaid(say("message.announce", { name: newest.senderName ?? say("message.agent"), text: newest.content || say("message.attachment") }));
    }
    last.current = newest?.id ?? "";
  }, [state.historyLoaded, newest?.id]);
  return <p class="hidden" role="log" aria-live="polite">{said}</p>;
}
