import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { markConversationRead } from "#lib/conversations/mark-conversation-read.ts";
import { readInput } from "#lib/conversations/schemas.ts";

export const PUT = defineRoute({
  summary: "Mark the conversation as seen up to a message",
  permission: "conversation:read",
  params: accountAndId,
  body: readInput,
  handler: ({ actor, params, body }) => markConversationRead(actor, params.id, body.seq).then(() => undefined),
});
