import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { reopenConversation, resolveConversation } from "#lib/conversations/resolve-conversation.ts";
import { conversationView } from "#lib/conversations/schemas.ts";

export const POST = defineRoute({
  summary: "Resolve the conversation",
  permission: "conversation:update",
  params: accountAndId,
  output: conversationView,
  handler: ({ actor, params }) => resolveConversation(actor, params.id),
});

export const DELETE = defineRoute({
  summary: "Reopen the conversation",
  permission: "conversation:update",
  params: accountAndId,
  output: conversationView,
  handler: ({ actor, params }) => reopenConversation(actor, params.id),
});
