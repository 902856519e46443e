import { defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";
import { createApiToken, listApiTokens } from "#lib/auth/api-tokens.ts";
import { newTokenInput, tokenView } from "#lib/profile/schemas.ts";

export const GET = defineRoute({
  summary: "Your API tokens, by name and first characters",
  access: "user",
  output: page(tokenView),
  handler: async ({ user }) => ({ items: await listApiTokens(user.userId), next: null }),
});

export const POST = defineRoute({
  summary: "Create an API token; it is in this answer only",
  access: "user",
  body: newTokenInput,
  output: tokenView,
  status: 201,
  handler: ({ user, body }) => createApiToken(user.userId, body),
});
