import { defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";
import { listSessions } from "#lib/auth/sessions.ts";
import { sessionView } from "#lib/profile/schemas.ts";

export const GET = defineRoute({
  summary: "Where you are signed in",
  access: "user",
  output: page(sessionView),
  handler: async ({ user }) => ({ items: (await listSessions(user.userId)).map((session) => ({ ...session, current: session.id === user.credentialId })), next: null }),
});
