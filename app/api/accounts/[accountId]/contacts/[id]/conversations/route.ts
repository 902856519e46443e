import { listContactConversations } from "#lib/contacts/list-contact-conversations.ts";
import { conversationView } from "#lib/conversations/schemas.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { page, pageQuery } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "A contact's conversations, the newest first",
  permission: "conversation:read",
  params: accountAndId,
  query: pageQuery,
  output: page(conversationView),
  handler: ({ actor, params, query }) => listContactConversations(actor, params.id, query),
});
