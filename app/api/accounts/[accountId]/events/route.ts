import { z } from "zod";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import type { RealtimeEvent } from "#lib/realtime/protocol.ts";
import { missedEvents } from "#lib/realtime/missed-events.ts";

export const GET = defineRoute({
  summary: "What happened after a sequence number, as you may see it now; for screens that were away",
  permission: "conversation:read",
  params: accountParams,
  query: z.object({ after: z.coerce.number().int().min(0) }),
  output: z.object({ events: z.array(z.custom<RealtimeEvent>()), head: z.number(), tooFar: z.boolean() }),
  handler: ({ actor, query }) => missedEvents(actor, query.after),
});
