import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { getConversation } from "#lib/conversations/change-conversation.ts";
import { conversationView } from "#lib/conversations/schemas.ts";

export const GET = defineRoute({
  summary: "One conversation",
  permission: "conversation:read",
  params: accountAndId,
  output: conversationView,
  handler: ({ actor, params }) => getConversation(actor, params.id),
});
