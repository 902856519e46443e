import type { WidgetMessage } from "#lib/visitors/schemas.ts";

export type Place = readonly [number, number];

/** Before 0, same 0, after: by the conversation's number, then by the place in it. */
export function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * The history with these messages in it: in order, each once, the later version of a message in the place of the earlier.
 * The same array when nothing changed.
 */
export function withMessages(history: readonly WidgetMessage[], arrived: readonly WidgetMessage[]): readonly WidgetMessage[] {
  if (arrived.length === 0) return history;
  const byId = new Map(history.map((message) => [message.id, message]));
  for (const message of arrived) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => comparePlaces(a.place, b.place));
}

/** Where to go on from after an interruption: the place of the newest message, as the API takes it. */
export function newestPlace(history: readonly WidgetMessage[]): string | undefined {
  return history.at(-1)?.place.join(".");
}
