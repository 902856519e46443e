import { z } from "zod";
import { acceptInvitation } from "#lib/agents/accept-invitation.ts";
import { openInvitation } from "#lib/agents/open-invitation.ts";
import { acceptedInvitation, acceptInvitationInput, openInvitationView } from "#lib/agents/schemas.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { limit } from "#lib/api/rate-limit.ts";
import { clientAddress } from "#lib/auth/client-address.ts";

const params = z.object({ token: z.string().max(200) });

export const GET = defineRoute({
  summary: "What an invitation's link is about",
  access: "public",
  params,
  output: openInvitationView,
  handler: ({ params }) => openInvitation(params.token),
});

export const POST = defineRoute({
  summary: "Accept an invitation, as a new person or with the password one has; then sign in",
  access: "public",
  params,
  body: acceptInvitationInput,
  output: acceptedInvitation,
  handler: async ({ params, body, request }) => {
    await limit("invitation", clientAddress(request.headers));
    return acceptInvitation(params.token, body);
  },
});
