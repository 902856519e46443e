import type { z } from "zod";
import type { SignedIn } from "../auth/authenticate.ts";
import { systemQuery } from "../db/system.ts";
import { announceProfile } from "./announce-profile.ts";
import { presentProfile } from "./present-profile.ts";
import type { profilePatch, ProfileView } from "./schemas.ts";

export async function updateProfile(user: SignedIn, patch: z.output<typeof profilePatch>): Promise<ProfileView> {
  const changed: SignedIn = {
    ...user,
    name: patch.name ?? user.name,
    displayName: patch.displayName === undefined ? user.displayName : patch.displayName || null,
    locale: patch.locale === undefined ? user.locale : patch.locale,
  };
  await systemQuery("update users set name = $2, display_name = $3, locale = $4 where id = $1", [user.userId, changed.name, changed.displayName, changed.locale]);
  if (changed.name !== user.name || changed.displayName !== user.displayName) await announceProfile(changed);
  return presentProfile(changed);
}
