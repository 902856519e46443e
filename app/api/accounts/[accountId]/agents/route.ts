import { listAgents } from "#lib/agents/list-agents.ts";
import { agentView } from "#lib/agents/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List the account's agents",
  permission: "agent:read",
  params: accountParams,
  output: page(agentView),
  handler: async ({ actor }) => ({ items: await listAgents(actor), next: null }),
});
