import { inviteAgent } from "#lib/agents/invite-agent.ts";
import { listInvitations } from "#lib/agents/list-invitations.ts";
import { invitationView, newInvitationInput } from "#lib/agents/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List the invitations nobody has accepted yet",
  permission: "agent:manage",
  params: accountParams,
  output: page(invitationView),
  handler: async ({ actor }) => ({ items: await listInvitations(actor), next: null }),
});

export const POST = defineRoute({
  summary: "Make a link by which one person joins the account",
  permission: "agent:manage",
  params: accountParams,
  body: newInvitationInput,
  output: invitationView,
  status: 201,
  handler: ({ actor, body }) => inviteAgent(actor, body),
});
