import { checkInbox } from "#lib/inboxes/check-inbox.ts";
import { inboxCheck } from "#lib/inboxes/schemas.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const POST = defineRoute({
  summary: "Ask the provider whether the inbox works",
  permission: "inbox:manage",
  params: accountAndId,
  output: inboxCheck,
  handler: ({ actor, params }) => checkInbox(actor, params.id),
});
