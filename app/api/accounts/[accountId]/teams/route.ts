import { createTeam } from "#lib/teams/create-team.ts";
import { listTeams } from "#lib/teams/list-teams.ts";
import { teamView, newTeamInput } from "#lib/teams/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List the teams",
  permission: "team:read",
  params: accountParams,
  output: page(teamView),
  handler: async ({ actor }) => ({ items: await listTeams(actor), next: null }),
});

export const POST = defineRoute({
  summary: "Create a team",
  permission: "team:manage",
  params: accountParams,
  body: newTeamInput,
  output: teamView,
  status: 201,
  handler: ({ actor, body }) => createTeam(actor, body),
});
