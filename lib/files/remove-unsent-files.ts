import { systemQuery } from "../db/system.ts";
import { db, inAccount } from "../db/tenant.ts";
import { removeStored } from "./storage.ts";

/** Files that were uploaded and never sent go after a day. */
export async function removeUnsentFiles(): Promise<void> {
  const unsent = await systemQuery<{ account_id: number; id: string }>("select account_id, id from attachments where message_id is null and created_at < now() - interval '1 day' limit 500");
  for (const { account_id: accountId, id } of unsent) {
    const { count } = await inAccount(accountId, async () => db.attachment.deleteMany({ where: { accountId, id, messageId: null } }));
    if (count) await removeStored(accountId, id);
  }
}
