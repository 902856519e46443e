import type { RecordedEvent } from "../events/catalog.ts";
import { enqueue } from "../jobs/enqueue.ts";

/** A message waits to go out: call a worker to its conversation. */
export async function wakeDelivery(event: RecordedEvent): Promise<void> {
  if (event.name !== "message.created") return;
  await enqueue("deliver-messages", [{ accountId: event.accountId, conversationId: event.payload.conversationId }]);
}
