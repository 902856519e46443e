import { z } from "zod";
import { getDelivery } from "#lib/inboxes/get-delivery.ts";
import { deliveryWithBody } from "#lib/inboxes/schemas.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

const params = accountAndId.extend({ deliveryId: z.string().regex(/^\d{1,18}$/).catch("0") });

export const GET = defineRoute({
  summary: "One delivery with its raw body",
  permission: "inbox:manage",
  params,
  output: deliveryWithBody,
  handler: ({ actor, params }) => getDelivery(actor, params.id, BigInt(params.deliveryId)),
});
