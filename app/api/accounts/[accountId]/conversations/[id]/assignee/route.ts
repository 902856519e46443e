import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { assignConversation } from "#lib/conversations/assign-conversation.ts";
import { assigneeInput, conversationView } from "#lib/conversations/schemas.ts";

export const PUT = defineRoute({
  summary: "Give the conversation to an agent, or to nobody",
  permission: "conversation:update",
  params: accountAndId,
  body: assigneeInput,
  output: conversationView,
  handler: ({ actor, params, body }) => assignConversation(actor, params.id, body.assigneeId),
});
