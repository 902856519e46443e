import type { SystemActor } from "../auth/actor.ts";
import { randomToken } from "../auth/secrets.ts";
import { verifyIdentity } from "../channels/widget/verify-identity.ts";
import { findOrCreateContactInbox } from "../contacts/find-contact-inbox.ts";
import { conversationColumns, placementOf, type ConversationRow } from "../conversations/access.ts";
import { transaction, type Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { annotateVisitor, visitorName } from "./annotate-visitor.ts";
import { findVisitor } from "./find-visitor.ts";
import { visitorOf, type Visitor } from "./open-visitor.ts";
import type { VisitorIdentity } from "./schemas.ts";

/**
 * The site's server has signed who this is: the browser joins that person's contact, with their earlier conversations from
 * other devices, and what it wrote before goes along. A browser that belonged to another signed person becomes a new
 * visitor, so that two people at one machine never read each other.
 * @throws AppError invalid_signature
 */
export async function identifyVisitor(visitor: Visitor, identity: VisitorIdentity & { identifierHash: string }): Promise<Visitor> {
  if (!verifyIdentity(identity.identifier, identity.identifierHash, visitor.config.hmacSecret))
    throw new AppError("invalid_signature", "identifierHash is not the HMAC-SHA256 of identifier under this inbox's secret.");
  const { accountId, id: inboxId } = visitor.inbox;
  const actor: SystemActor = { kind: "system", accountId };
  const identitySource = `user:${identity.identifier}`;

  return transaction(async (tx) => {
    const before = await findVisitor(tx, visitor);
    const who = before && (await isAnotherPerson(tx, before, identitySource)) ? visitorOf(visitor, randomToken()) : visitor;
    const brought = before && who === visitor ? await conversationsOf(tx, accountId, before.contactId, inboxId) : [];

    const name = identity.name || identity.email || (await visitorName(tx, accountId, who.sourceId));
    const found = await findOrCreateContactInbox(tx, actor, inboxId, { externalIds: [identitySource, who.sourceId], name });
    await tx.contactInbox.updateMany({ where: { accountId, inboxId, sourceId: { in: [identitySource, who.sourceId] } }, data: { verified: true } });
    const known = (await findVisitor(tx, who))!;
    await annotateVisitor(known, { name: identity.name, email: identity.email }, tx);

    if (before && who === visitor && before.contactId !== found.contactId) {
      for (const conversation of brought) {
        const stands = placementOf(conversation);
        await record(tx, actor, "conversation.updated", { conversationId: conversation.id, changed: ["contact"], before: stands, after: stands });
      }
      await forgetEmptyContact(tx, accountId, before.contactId);
    }
    return who;
  });
}

async function isAnotherPerson(tx: Transaction, before: { accountId: number; contactId: string; inboxId: string }, identitySource: string): Promise<boolean> {
  const { accountId, contactId, inboxId } = before;
  const others = await tx.contactInbox.count({ where: { accountId, contactId, inboxId, sourceId: { startsWith: "user:", not: identitySource } } });
  return others > 0;
}

async function conversationsOf(tx: Transaction, accountId: number, contactId: string, inboxId: string): Promise<ConversationRow[]> {
  return tx.$queryRaw<ConversationRow[]>`select ${conversationColumns} from conversations c
    where c.account_id = ${accountId} and c.contact_id = ${contactId}::uuid and c.inbox_id = ${inboxId}::uuid for update`;
}

/** The nameless contact that the browser was until now, once nothing hangs on it. */
async function forgetEmptyContact(tx: Transaction, accountId: number, id: string): Promise<void> {
  await tx.contact.deleteMany({ where: { accountId, id, inboxes: { none: {} }, conversations: { none: {} } } });
}
