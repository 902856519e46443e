import { Prisma } from "#prisma/generated/client.ts";
import type { Actor } from "../auth/actor.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";
import type { Transaction } from "../db/tenant.ts";
import { env } from "../env.ts";
import { notFound } from "../errors.ts";
import { openSecrets } from "./connected-inbox.ts";
import type { InboxView } from "./schemas.ts";

type Row = Omit<InboxView, "channel" | "webhookUrl" | "maxTextLength"> & { type: ChannelType; config: Record<string, unknown>; secrets: Uint8Array | null };

/** The condition is on `i`. Only who manages inboxes sees their configuration, and of the secrets only what has to be copied elsewhere. */
export async function selectInboxes(db: Transaction, actor: Actor, tail: Prisma.Sql): Promise<InboxView[]> {
  const rows = await db.$queryRaw<Row[]>`
    select i.id, i.name, i.channel_type as type, i.config, i.secrets, i.token, i.restricted, i.health, i.created_at as "createdAt",
      array(select m.user_id::text from inbox_members m where m.account_id = i.account_id and m.inbox_id = i.id order by 1) as "memberIds"
    from inboxes i ${tail}`;
  const manages = actor.kind === "system" || (actor.kind === "agent" && actor.permissions.has("inbox:manage"));
  return rows.map(({ type, config, secrets, ...row }) => {
    const adapter = adapterOf(type);
    const { maxTextLength } = adapter.capabilities;
    if (!manages) return { ...row, channel: { type }, webhookUrl: null, maxTextLength };
    const sealed = openSecrets(actor.accountId, row.id, secrets);
    const shown = Object.fromEntries((adapter.shownToAdministrators ?? []).map((key) => [key, sealed[key as string]]));
    return { ...row, channel: { ...config, ...shown, type }, maxTextLength, webhookUrl: adapter.verify ? `${env().baseUrl}/api/channels/${type}/${row.token}` : null };
  });
}

/** @throws AppError not_found, also for an inbox that the actor does not see */
export async function presentInbox(db: Transaction, actor: Actor, id: string): Promise<InboxView> {
  const [inbox] = await selectInboxes(db, actor, Prisma.sql`where i.account_id = ${actor.accountId} and i.id = ${id}::uuid and ${inboxVisibleTo(actor)}`);
  if (!inbox) throw notFound();
  return inbox;
}

/** A condition on `i`. */
export function inboxVisibleTo(actor: Actor): Prisma.Sql {
  return actor.kind === "agent" && actor.inboxIds !== null ? Prisma.sql`i.id = any(${actor.inboxIds}::uuid[])` : Prisma.sql`true`;
}
