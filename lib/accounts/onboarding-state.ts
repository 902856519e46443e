import { onProcess } from "../db/on-process.ts";
import { systemQuery } from "../db/system.ts";

const seen = onProcess("onboarding", () => ({ hasAccount: false }));

/** Whether this installation still waits for its first account. Once there is one, that is remembered. */
export async function isOnboardingNeeded(): Promise<boolean> {
  if (!seen.hasAccount) {
    const rows = await systemQuery("select 1 from accounts limit 1");
    seen.hasAccount = rows.length > 0;
  }
  return !seen.hasAccount;
}
