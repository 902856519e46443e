import { z } from "zod";
import { defineRoute, id } from "#lib/api/define-route.ts";
import { deleteApiToken } from "#lib/auth/api-tokens.ts";

export const DELETE = defineRoute({
  summary: "Delete an API token: programs that use it are locked out at once",
  access: "user",
  params: z.object({ id }),
  handler: ({ user, params }) => deleteApiToken(user.userId, params.id),
});
