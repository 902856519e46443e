import { setAvailability } from "#lib/agents/set-availability.ts";
import { agentView } from "#lib/agents/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { availabilityInput } from "#lib/profile/schemas.ts";

export const PUT = defineRoute({
  summary: "Say whether you are available in this account",
  params: accountParams,
  body: availabilityInput,
  output: agentView,
  handler: ({ actor, body }) => setAvailability(actor, body.availability),
});
