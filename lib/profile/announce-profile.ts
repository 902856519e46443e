import type { SignedIn } from "../auth/authenticate.ts";
import { actorIn } from "../auth/authenticate.ts";
import { systemQuery } from "../db/system.ts";
import { inAccount, transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";

/** Colleagues in every account of this person see the new name. A hint to read again, so it may come after the write. */
export async function announceProfile(user: SignedIn): Promise<void> {
  const accounts = await systemQuery<{ id: number }>("select account_id as id from memberships where user_id = $1", [user.userId]);
  for (const { id } of accounts) {
    const actor = await actorIn(user, id);
    await inAccount(id, async () => transaction(async (tx) => record(tx, actor, "settings.changed", { what: "agents" })));
  }
}
