import { defineRoute } from "#lib/api/define-route.ts";
import { changePassword } from "#lib/profile/change-password.ts";
import { passwordInput } from "#lib/profile/schemas.ts";

export const PUT = defineRoute({
  summary: "Choose a new password; every other session is signed out",
  access: "user",
  body: passwordInput,
  handler: ({ user, body }) => changePassword(user, body),
});
