import { z } from "zod";
import { defineRoute, id } from "#lib/api/define-route.ts";
import { revokeSession } from "#lib/auth/sessions.ts";

export const DELETE = defineRoute({
  summary: "Sign a session out",
  access: "user",
  params: z.object({ id }),
  handler: ({ user, params }) => revokeSession(user.userId, params.id),
});
