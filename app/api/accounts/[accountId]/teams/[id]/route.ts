import { deleteTeam } from "#lib/teams/delete-team.ts";
import { teamPatch, teamView } from "#lib/teams/schemas.ts";
import { updateTeam } from "#lib/teams/update-team.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const PATCH = defineRoute({
  summary: "Change a team",
  permission: "team:manage",
  params: accountAndId,
  body: teamPatch,
  output: teamView,
  handler: ({ actor, params, body }) => updateTeam(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a team; its conversations stay",
  permission: "team:manage",
  params: accountAndId,
  handler: ({ actor, params }) => deleteTeam(actor, params.id),
});
