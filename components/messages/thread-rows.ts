import type { MessageView } from "#lib/api-client/views.ts";
import type { PendingMessage } from "./outbox.ts";

export type ThreadRow =
  | { kind: "day"; key: string; at: string }
  | { kind: "unread"; key: string }
  | { kind: "activity"; key: string; message: MessageView }
  /** `first` and `last` of a run by one sender within five minutes: the run shares one name and one face. */
  | { kind: "message"; key: string; message: MessageView; first: boolean; last: boolean }
  | { kind: "pending"; key: string; pending: PendingMessage; first: boolean };

const runMilliseconds = 5 * 60_000;

type Input = {
  messages: readonly MessageView[];
  pending: readonly PendingMessage[];
  /** The divider goes before the first message of the contact after this place; null draws none. */
  unreadAfter: number | null;
  /** The calendar day of a time, in the account's zone. */
  dayOf: (at: string) => string;
};

/** What a thread draws, from what it holds: day separators, the unread divider, runs of messages, activity lines. */
export function threadRows({ messages, pending, unreadAfter, dayOf }: Input): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let day = "";
  let divided = unreadAfter === null;
  let previous: MessageView | null = null;
  for (const message of messages) {
    const itsDay = dayOf(message.sentAt);
    if (itsDay !== day) {
      rows.push({ kind: "day", key: `day ${itsDay} ${message.id}`, at: message.sentAt });
      day = itsDay;
      previous = null;
    }
    if (!divided && message.type === "incoming" && message.seq > unreadAfter!) {
      rows.push({ kind: "unread", key: "unread" });
      divided = true;
      previous = null;
    }
    if (message.type === "activity") {
      rows.push({ kind: "activity", key: message.id, message });
      previous = null;
      continue;
    }
    const first = !previous || !isSameRun(previous, message);
    const before = rows.at(-1);
    if (!first && before?.kind === "message") before.last = false;
    rows.push({ kind: "message", key: message.clientId ?? message.id, message, first, last: true });
    previous = message;
  }
  pending.forEach((each, index) => {
    if (dayOf(each.createdAt) !== day) {
      rows.push({ kind: "day", key: `day pending ${each.clientId}`, at: each.createdAt });
      day = dayOf(each.createdAt);
    }
    rows.push({ kind: "pending", key: each.clientId, pending: each, first: index === 0 });
  });
  return rows;
}

function isSameRun(a: MessageView, b: MessageView): boolean {
  return (
    a.sender.kind === b.sender.kind && a.sender.id === b.sender.id && a.private === b.private && a.type === b.type &&
    Date.parse(b.sentAt) - Date.parse(a.sentAt) < runMilliseconds
  );
}
