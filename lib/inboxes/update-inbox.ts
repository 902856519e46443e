import type { z } from "zod";
import { assertAgents } from "../agents/assert-agents.ts";
import type { Actor } from "../auth/actor.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { transaction, type Transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { refetchMedia } from "../files/refetch-media.ts";
import { openSecrets, sealConfig } from "./connected-inbox.ts";
import { firstHealth } from "./first-health.ts";
import { parseChannel } from "./parse-channel.ts";
import { presentInbox } from "./present-inbox.ts";
import type { inboxPatch, InboxView } from "./schemas.ts";

/**
 * Only the given keys change. A changed configuration counts as reconnected: what waits to be sent goes on, and files that
 * could not be fetched are tried again. The channel's type and the token stay for ever. `locale`: of the sentences about wrong fields.
 * @throws AppError not_found, invalid_input
 */
export async function updateInbox(actor: Actor, id: string, patch: z.output<typeof inboxPatch>, locale?: string | null): Promise<InboxView> {
  const { accountId } = actor;
  const where = { accountId_id: { accountId, id } };
  return transaction(async (tx) => {
    const row = await lockInbox(tx, actor, id);
    const data = {
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.restricted !== undefined && { restricted: patch.restricted }),
      ...(patch.channel && { ...reconfigure(accountId, id, row, patch.channel, locale), health: firstHealth(row.type), deliveryPausedUntil: null }),
    };
    await tx.inbox.update({ where, data, select: { id: true } });
    if (patch.channel) await refetchMedia(tx, actor, id);
    if (patch.memberIds) {
      const members = await assertAgents(tx, accountId, patch.memberIds);
      await tx.inboxMember.deleteMany({ where: { accountId, inboxId: id, userId: { notIn: members } } });
      await tx.inboxMember.createMany({ data: members.map((userId) => ({ accountId, inboxId: id, userId })), skipDuplicates: true });
    }
    await record(tx, actor, "settings.changed", { what: "inboxes" });
    return presentInbox(tx, actor, id);
  });
}

type Row = { type: ChannelType; config: Record<string, unknown>; secrets: Uint8Array | null };

async function lockInbox(tx: Transaction, actor: Actor, id: string): Promise<Row> {
  await presentInbox(tx, actor, id);
  const rows = await tx.$queryRaw<Row[]>`select channel_type as type, config, secrets from inboxes where account_id = ${actor.accountId} and id = ${id}::uuid for update`;
  if (!rows[0]) throw notFound();
  return rows[0];
}

function reconfigure(accountId: number, id: string, row: Row, changes: Record<string, unknown>, locale: string | null | undefined) {
  const present = { ...row.config, ...openSecrets(accountId, id, row.secrets) };
  // null takes a key away, so that its default counts again.
  const merged = Object.fromEntries(Object.entries({ ...present, ...changes, type: row.type }).filter(([, value]) => value !== null));
  return sealConfig(accountId, id, row.type, parseChannel(merged, { locale }).config);
}
