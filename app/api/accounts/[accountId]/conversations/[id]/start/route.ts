import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { startConversation } from "#lib/conversations/assign-conversation.ts";
import { conversationView, startInput } from "#lib/conversations/schemas.ts";

export const POST = defineRoute({
  summary: "Start the attendance: it becomes yours",
  permission: "conversation:update",
  params: accountAndId,
  body: startInput,
  output: conversationView,
  handler: ({ actor, params, body }) => startConversation(actor, params.id, body),
});
