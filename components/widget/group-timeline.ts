import type { WidgetMessage } from "#lib/visitors/schemas.ts";
import type { OutboxEntry } from "./outbox.ts";

export type TimelineMessage = { own: boolean; message: WidgetMessage; pending?: undefined } | { own: true; pending: OutboxEntry; message?: undefined };
export type TimelineItem =
  | { kind: "day"; key: string; at: Date }
  | { kind: "resolved"; key: string; at: Date }
  /** Messages of one person within a few minutes of each other. */
  | { kind: "group"; key: string; own: boolean; name: string | null; at: Date; messages: TimelineMessage[] };

const pauseMs = 5 * 60_000;
const dayOf = (at: Date) => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;

/** What the conversation draws: days, groups of bubbles, and what is still on its way at the end. */
export function groupTimeline(history: readonly WidgetMessage[], outbox: readonly OutboxEntry[]): TimelineItem[] {
  const items: TimelineItem[] = [];
  const arrived = new Set(history.map((message) => message.clientId));
  let day = "";
  let lastAt = 0;

  const add = (entry: TimelineMessage, key: string, name: string | null, at: Date) => {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ kind: "day", key: `day-${day}-${key}`, at });
    }
    const group = items.at(-1);
    if (group?.kind === "group" && group.own === entry.own && (entry.own || group.name === name) && at.getTime() - lastAt < pauseMs) {
      group.messages.push(entry);
      group.at = at;
    } else items.push({ kind: "group", key, own: entry.own, name, at, messages: [entry] });
    lastAt = at.getTime();
  };

  for (const message of history) {
    const at = new Date(message.sentAt);
    if (message.type === "resolved") items.push({ kind: "resolved", key: message.id, at });
    else add({ own: message.type === "incoming", message }, message.clientId ?? message.id, message.senderName, at);
  }
  for (const pending of outbox) if (!arrived.has(pending.clientId)) add({ own: true, pending }, pending.clientId, null, new Date(pending.at));
  return items;
}
