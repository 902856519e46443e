import { wakeDelivery } from "../channels/wake-delivery.ts";
import type { EventName, EventPayload, RecordedEvent } from "./catalog.ts";

/**
 * What follows a fact, in one list. Each subscriber is run at least once per event, outside the transaction, in the
 * tenant's context; it loads the present state and is safe to repeat. Screens are not here: they read the sequence
 * themselves (lib/realtime/tail.ts).
 */
export type Subscriber = {
  name: string;
  on: readonly EventName[];
  /** Leaves out, by the payload alone, the events there is nothing to do for. */
  when?: (payload: any) => boolean;
  run: (event: RecordedEvent) => Promise<void>;
};

export const subscribers: Subscriber[] = [
  { name: "deliver", on: ["message.created"], when: (payload: EventPayload<"message.created">) => payload.deliver, run: wakeDelivery },
];

/** For each kind of event, who owes work for it. */
export function subscribersOf(name: EventName, payload: unknown): Subscriber[] {
  return subscribers.filter((subscriber) => subscriber.on.includes(name) && (subscriber.when?.(payload) ?? true));
}
