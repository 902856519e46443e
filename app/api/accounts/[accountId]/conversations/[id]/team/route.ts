import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { setConversationTeam } from "#lib/conversations/assign-conversation.ts";
import { conversationView, teamInput } from "#lib/conversations/schemas.ts";

export const PUT = defineRoute({
  summary: "Send the conversation to a team's queue, or to none",
  permission: "conversation:update",
  params: accountAndId,
  body: teamInput,
  output: conversationView,
  handler: ({ actor, params, body }) => setConversationTeam(actor, params.id, body.teamId),
});
