import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { countConversations } from "#lib/conversations/count-conversations.ts";
import { conversationCounts } from "#lib/conversations/schemas.ts";

export const GET = defineRoute({
  summary: "How many conversations each queue tab holds for you",
  permission: "conversation:read",
  params: accountParams,
  output: conversationCounts,
  handler: ({ actor }) => countConversations(actor),
});
