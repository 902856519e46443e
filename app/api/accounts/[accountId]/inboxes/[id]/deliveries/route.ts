import { listDeliveries } from "#lib/inboxes/list-deliveries.ts";
import { deliveryView } from "#lib/inboxes/schemas.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { page, pageQuery } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "What the provider posted to the inbox, the newest first",
  permission: "inbox:manage",
  params: accountAndId,
  query: pageQuery,
  output: page(deliveryView),
  handler: ({ actor, params, query }) => listDeliveries(actor, params.id, query),
});
