import { z } from "zod";
import { placement } from "../conversations/schemas.ts";

/**
 * Every fact the house records: ids and small values, never texts. New fields are optional for one release, because
 * events of the old shape may still be waiting. `before` and `after` say where the conversation stood for the queues;
 * `before` is null for a conversation that is new.
 */
const moved = { before: placement.nullable(), after: placement };

export const eventCatalog = {
  "conversation.created": z.object({ conversationId: z.string(), ...moved }),
  /** Status, team, assignee, labels, read marks or contact: `changed` names what. */
  "conversation.updated": z.object({ conversationId: z.string(), changed: z.array(z.string()), ...moved }),
  /** `deliver`: it has to go out through a channel. */
  "message.created": z.object({ conversationId: z.string(), messageId: z.string(), deliver: z.boolean(), ...moved }),
  /** Delivery status, edit, deletion, reaction or files. */
  "message.updated": z.object({ conversationId: z.string(), messageId: z.string(), changed: z.array(z.string()) }),
  "contact.updated": z.object({ contactId: z.string() }),
  /** inboxes, teams, labels, agents: whoever has them on screen asks again. */
  "settings.changed": z.object({ what: z.enum(["inboxes", "teams", "labels", "agents"]) }),
} as const;

export type EventName = keyof typeof eventCatalog;
export type EventPayload<Name extends EventName> = z.output<(typeof eventCatalog)[Name]>;

/** A recorded fact with its sequence. */
export type RecordedEvent<Name extends EventName = EventName> = {
  [N in Name]: { accountId: number; id: bigint; seq: bigint; name: N; payload: EventPayload<N>; actorKind: string; actorId: string | null; createdAt: Date };
}[Name];
