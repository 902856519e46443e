import { revokeInvitation } from "#lib/agents/revoke-invitation.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const DELETE = defineRoute({
  summary: "Take an invitation back",
  permission: "agent:manage",
  params: accountAndId,
  handler: ({ actor, params }) => revokeInvitation(actor, params.id),
});
