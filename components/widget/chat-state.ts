import { useEffect, useState } from "preact/hooks";
import type { ReadMarks, VisitorContact, WidgetMessage } from "#lib/visitors/schemas.ts";
import type { WidgetStrings } from "./messages.ts";
import { restoreOutbox, type OutboxEntry } from "./outbox.ts";
import { visitorStorage } from "./visitor-storage.ts";

export type ChatState = {
  /** refused: nobody may write here now, `refusal` says why. */
  phase: "starting" | "ready" | "refused";
  refusal: keyof WidgetStrings | null;
  /** Can trying again help? */
  refusalPasses: boolean;
  history: readonly WidgetMessage[];
  historyLoaded: boolean;
  outbox: readonly OutboxEntry[];
  /** The place before which there are more messages. */
  older: string | null;
  olderState: "idle" | "loading" | "failed";
  marks: ReadMarks | null;
  unread: number;
  online: boolean | null;
  /** Name of the agent who is typing, "" when unknown, null when nobody is. */
  typing: string | null;
  link: "off" | "live" | "polling" | "broken";
  contact: VisitorContact | null;
  /** A text that the page around offers to begin with. */
  draft: string;
  /** Is the chat open in front of the visitor, and does it cover a phone's screen? */
  shown: boolean;
  phone: boolean;
  /** Standing alone as a page, without a site around it. */
  alone: boolean;
};

let state: ChatState = {
  phase: "starting",
  refusal: null,
  refusalPasses: false,
  history: [],
  // Somebody without a token has no history to wait for.
  historyLoaded: visitorStorage.get("token") === null,
  outbox: restoreOutbox(),
  older: null,
  olderState: "idle",
  marks: null,
  unread: 0,
  online: null,
  typing: null,
  link: "off",
  contact: null,
  draft: "",
  shown: false,
  phone: false,
  alone: window.parent === window,
};
const listeners = new Set<(state: ChatState) => void>();

export const chatState = {
  get: (): ChatState => state,
  set(change: Partial<ChatState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  },
  subscribe(listener: (state: ChatState) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useChatState(): ChatState {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    setCurrent(state);
    return chatState.subscribe(setCurrent);
  }, []);
  return current;
}
