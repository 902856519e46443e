import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { isOnboardingNeeded } from "../accounts/onboarding-state.ts";
import { AppError } from "../errors.ts";
import { presentProfile } from "../profile/present-profile.ts";
import { authenticate } from "./authenticate.ts";
import type { Permission } from "./permissions.ts";

type Profile = Awaited<ReturnType<typeof readProfile>>;

/** For pages: who is signed in, with their accounts. Others are led to sign-in, or to the first run. */
export const requirePageSession = cache(async (): Promise<Profile> => {
  const profile = await readProfile().catch((error) => {
    if (error instanceof AppError && error.code === "unauthenticated") return null;
    throw error;
  });
  if (profile) return profile;
  if (await isOnboardingNeeded()) redirect("/onboarding");
  const path = (await headers()).get("x-balcao-path");
  return redirect(path && path !== "/" ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
});

/** For pages of one account. What is not theirs does not exist. */
export async function requireAccount(accountId: string | number): Promise<{ profile: Profile; account: Profile["accounts"][number] }> {
  const profile = await requirePageSession();
  const account = profile.accounts.find((each) => String(each.id) === String(accountId));
  if (!account) notFound();
  return { profile, account };
}

/** As the API answers it: ids and texts only, so that it can go to the browser as it is. */
async function readProfile() {
  return presentProfile(await authenticate(await headers()));
}

/** For pages of those who hold a permission; for others they do not exist. */
export async function requirePermission(accountId: string, permission: Permission): Promise<{ profile: Profile; account: Profile["accounts"][number] }> {
  const present = await requireAccount(accountId);
  if (!present.account.permissions.includes(permission)) notFound();
  return present;
}
