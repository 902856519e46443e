import { onboard } from "#lib/accounts/onboard.ts";
import { isOnboardingNeeded } from "#lib/accounts/onboarding-state.ts";
import { onboarded, onboardingInput, onboardingState } from "#lib/accounts/schemas.ts";
import { defineRoute } from "#lib/api/define-route.ts";
import { limit } from "#lib/api/rate-limit.ts";
import { clientOf } from "#lib/auth/client-address.ts";
import { grantSession, grantsSession } from "#lib/auth/session-cookie.ts";

export const GET = defineRoute({
  summary: "Whether this installation still waits for its first account",
  access: "public",
  output: onboardingState,
  handler: async () => ({ needed: await isOnboardingNeeded() }),
});

export const POST = grantsSession(defineRoute({
  summary: "Create the first account with its administrator, who is signed in; only while there is none",
  access: "public",
  body: onboardingInput,
  output: onboarded,
  status: 201,
  handler: async ({ body, request }) => {
    const from = clientOf(request);
    await limit("onboarding", from.ipAddress);
    const { secret, ...made } = await onboard(body, from);
    await grantSession(request, secret);
    return made;
  },
}));
