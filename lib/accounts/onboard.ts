import type { z } from "zod";
import { actorIn } from "../auth/authenticate.ts";
import { openSession } from "../auth/sessions.ts";
import { systemTransaction } from "../db/system.ts";
import { inAccount } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { createInbox } from "../inboxes/create-inbox.ts";
import { parseChannel } from "../inboxes/parse-channel.ts";
import { createAccount } from "./create-account.ts";
import type { onboardingInput } from "./schemas.ts";

/**
 * The first run: account, administrator and perhaps an inbox, and the administrator is signed in. Only while there is no
 * account at all; of two people at once, one succeeds (advisory lock).
 * @throws AppError conflict, invalid_input
 */
export async function onboard(input: z.output<typeof onboardingInput>, from: { ipAddress: string | null; userAgent: string | null }): Promise<{ accountId: number; inboxId: string | null; secret: string }> {
  // Checked first, so that a wrong field leaves nothing half-done behind.
  if (input.inbox) parseChannel(input.inbox.channel, { path: "inbox.channel", locale: input.locale });
  const { accountId, userId } = await systemTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('balcao onboarding', 0))");
    const taken = await client.query("select 1 from accounts limit 1");
    if (taken.rowCount) throw new AppError("conflict", "This Balcão is set up already. Sign in, or ask an administrator for an invitation.");
    return createAccount(input, client);
  });
  const secret = await openSession(userId, from);
  if (!input.inbox) return { accountId, inboxId: null, secret };
  const actor = await actorIn({ userId, name: input.administrator.name, displayName: null }, accountId);
  const inbox = await inAccount(accountId, async () => createInbox(actor, input.inbox!));
  return { accountId, inboxId: inbox.id, secret };
}
