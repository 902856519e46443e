import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { retryMessage } from "#lib/messages/retry-message.ts";
import { messageView } from "#lib/messages/schemas.ts";

export const POST = defineRoute({
  summary: "Send a failed message again; of a customer's message, fetch again the files that could not be fetched",
  permission: "message:create",
  params: accountAndId,
  output: messageView,
  handler: ({ actor, params }) => retryMessage(actor, params.id),
});
