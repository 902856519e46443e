import { defineRoute } from "#lib/api/define-route.ts";
import { presentProfile } from "#lib/profile/present-profile.ts";
import { profilePatch, profileView } from "#lib/profile/schemas.ts";
import { updateProfile } from "#lib/profile/update-profile.ts";

export const GET = defineRoute({
  summary: "Who you are, with your accounts and what you may do in each",
  access: "user",
  output: profileView,
  handler: ({ user }) => presentProfile(user),
});

export const PATCH = defineRoute({
  summary: "Change your name, display name or language",
  access: "user",
  body: profilePatch,
  output: profileView,
  handler: ({ user, body }) => updateProfile(user, body),
});
