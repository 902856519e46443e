import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { conversationView, labelsInput } from "#lib/conversations/schemas.ts";
import { setConversationLabels } from "#lib/conversations/set-conversation-labels.ts";

export const PUT = defineRoute({
  summary: "Set the conversation's labels",
  permission: "conversation:update",
  params: accountAndId,
  body: labelsInput,
  output: conversationView,
  handler: ({ actor, params, body }) => setConversationLabels(actor, params.id, body.labelIds),
});
