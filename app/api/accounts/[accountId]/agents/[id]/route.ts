import { removeAgent } from "#lib/agents/remove-agent.ts";
import { agentPatch, agentView } from "#lib/agents/schemas.ts";
import { updateAgent } from "#lib/agents/update-agent.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const PATCH = defineRoute({
  summary: "Change an agent's role (administrators), or your own availability",
  permission: "agent:read",
  params: accountAndId,
  body: agentPatch,
  output: agentView,
  handler: ({ actor, params, body }) => updateAgent(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Take an agent out of the account; their conversations go back to the queue",
  permission: "agent:manage",
  params: accountAndId,
  handler: ({ actor, params }) => removeAgent(actor, params.id),
});
