import { z } from "zod";
import { rerunDelivery } from "#lib/inboxes/rerun-delivery.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

const params = accountAndId.extend({ deliveryId: z.string().regex(/^\d{1,18}$/).catch("0") });

export const POST = defineRoute({
  summary: "Work a delivery off once more; nothing is doubled by it",
  permission: "inbox:manage",
  params,
  status: 202,
  handler: ({ actor, params }) => rerunDelivery(actor, params.id, BigInt(params.deliveryId)),
});
