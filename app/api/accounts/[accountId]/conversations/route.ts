import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { conversationsQuery, conversationView, newConversationInput } from "#lib/conversations/schemas.ts";

export const GET = defineRoute({
  summary: "List conversations, newest activity first, by queue tab, status, inbox, unread or search",
  permission: "conversation:read",
  params: accountParams,
  query: conversationsQuery,
  output: page(conversationView),
  handler: ({ actor, query }) => listConversations(actor, query),
});

export const POST = defineRoute({
  summary: "Open a conversation with a contact, with a first message if wanted",
  permission: "message:create",
  params: accountParams,
  body: newConversationInput,
  output: conversationView,
  status: 201,
  handler: ({ actor, body }) => createConversation(actor, body),
});
