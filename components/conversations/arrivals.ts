import type { MessageView, RealtimeEvent } from "#lib/api-client/views.ts";

type Listener = (message: MessageView, event: RealtimeEvent) => void;
const listeners = new Set<Listener>();

/** Tells whoever listens (live region, sounds) about messages that customers have just written. */
export function announceArrivals(events: readonly RealtimeEvent[]): void {
  for (const event of events)
    if (event.name === "message.created" && event.message?.type === "incoming") for (const listener of listeners) listener(event.message, event);
}

export function onArrival(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
