import type { Actor } from "../auth/actor.ts";
import { clock } from "../clock.ts";
import type { Transaction } from "../db/tenant.ts";
import { newId } from "../ids.ts";
import { conversationColumns, type ConversationRow } from "./access.ts";

/**
 * Opens a conversation with the next display id of its account. The protocol number is the opening day in the account's
 * time zone and the display id (20261122-000123), fixed for ever.
 */
export async function openConversation(tx: Transaction, actor: Actor, input: { inboxId: string; contactId: string; contactInboxId: string; teamId?: string | null; assigneeId?: string | null }): Promise<ConversationRow> {
  const [account] = await tx.$queryRaw<{ displayId: number; timeZone: string }[]>`
    update accounts set next_display_id = next_display_id + 1 where id = ${actor.accountId} returning next_display_id - 1 as "displayId", time_zone as "timeZone"`;
  const now = clock.now();
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: account!.timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now).replaceAll("-", "");
  const protocol = `${day}-${String(account!.displayId).padStart(6, "0")}`;
  const rows = await tx.$queryRaw<ConversationRow[]>`
    insert into conversations as c (account_id, id, display_id, protocol, inbox_id, contact_id, contact_inbox_id, team_id, assignee_id, last_activity_at, created_at)
    values (${actor.accountId}, ${newId()}::uuid, ${account!.displayId}, ${protocol}, ${input.inboxId}::uuid, ${input.contactId}::uuid, ${input.contactInboxId}::uuid,
      ${input.teamId ?? null}::uuid, ${input.assigneeId ?? null}::uuid, ${now}, ${now})
    returning ${conversationColumns}`;
  return rows[0]!;
}

/** The newest conversation of a contact on an inbox, held until the transaction ends. */
export async function latestConversation(tx: Transaction, accountId: number, contactId: string, inboxId: string): Promise<ConversationRow | null> {
  const rows = await tx.$queryRaw<ConversationRow[]>`
    select ${conversationColumns} from conversations c
    where c.account_id = ${accountId} and c.contact_id = ${contactId}::uuid and c.inbox_id = ${inboxId}::uuid
    order by c.display_id desc limit 1 for update`;
  return rows[0] ?? null;
}

