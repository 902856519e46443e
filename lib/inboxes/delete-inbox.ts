import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { presentInbox } from "./present-inbox.ts";

/** Only while nobody has written through it: conversations are never lost this way. @throws AppError not_found, conflict */
export async function deleteInbox(actor: Actor, id: string): Promise<void> {
  const { accountId } = actor;
  await transaction(async (tx) => {
    await presentInbox(tx, actor, id);
    // A conversation that opens meanwhile waits for this lock and then finds no inbox.
    await tx.$queryRaw`select 1 from inboxes where account_id = ${accountId} and id = ${id}::uuid for update`;
    const used = await tx.conversation.findFirst({ where: { accountId, inboxId: id }, select: { id: true } });
    if (used) throw new AppError("conflict", "This inbox has conversations and cannot be deleted. Restrict it to yourself if nobody should use it any more.", { details: [{ path: "inbox", message: "inbox_in_use" }] });
    await tx.inbox.delete({ where: { accountId_id: { accountId, id } }, select: { id: true } });
    await record(tx, actor, "settings.changed", { what: "inboxes" });
  });
}
