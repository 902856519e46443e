import type { z } from "zod";
import type { AgentActor } from "../auth/actor.ts";
import { adapterOf } from "../channels/registry.ts";
import type { ChannelType } from "../channels/adapter.ts";
import { transaction, type Transaction } from "../db/tenant.ts";
import { AppError, notFound } from "../errors.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { sendMessage } from "../messages/send-message.ts";
import { messageInput } from "../messages/schemas.ts";
import { placementOf } from "./access.ts";
import { openConversation } from "./open-conversation.ts";
import { presentConversation } from "./present-conversation.ts";
import type { ConversationView, newConversationInput } from "./schemas.ts";

/**
 * An agent or a program opens a conversation with a contact; a first message may go out with it.
 * @throws AppError not_found (contact or inbox), invalid_input (the contact has no address on this channel)
 */
export async function createConversation(actor: AgentActor, input: z.output<typeof newConversationInput>): Promise<ConversationView> {
  return transaction(async (tx) => {
    const { accountId } = actor;
    const inbox = await tx.inbox.findUnique({ where: { accountId_id: { accountId, id: input.inboxId } }, select: { id: true, channelType: true } });
    const contact = await tx.contact.findUnique({ where: { accountId_id: { accountId, id: input.contactId } }, select: { id: true, phone: true } });
    if (!inbox || !contact || (actor.inboxIds && !actor.inboxIds.includes(inbox.id))) throw notFound();
    if (input.teamId && !(await tx.team.findUnique({ where: { accountId_id: { accountId, id: input.teamId } }, select: { id: true } }))) throw notFound();
    const contactInboxId = await addressOf(tx, accountId, inbox, contact);
    const conversation = await openConversation(tx, actor, { inboxId: inbox.id, contactId: contact.id, contactInboxId, teamId: input.teamId ?? null });
    await record(tx, actor, "conversation.created", { conversationId: conversation.id, before: null, after: placementOf(conversation) });
    if (input.content?.trim()) await sendMessage(actor, conversation.id, messageInput.parse({ content: input.content }), tx);
    return presentConversation(tx, accountId, conversation.id);
  });
}

/** Where the contact is reached on this inbox: known, or from the phone number, or (API) by our own id. */
async function addressOf(tx: Transaction, accountId: number, inbox: { id: string; channelType: string }, contact: { id: string; phone: string | null }): Promise<string> {
  const known = await tx.contactInbox.findFirst({ where: { accountId, contactId: contact.id, inboxId: inbox.id }, orderBy: { createdAt: "desc" }, select: { id: true } });
  if (known) return known.id;
  const { contactAddress, delivery } = adapterOf(inbox.channelType as ChannelType).capabilities;
  const sourceId = contactAddress === "phone" ? contact.phone?.replace("+", "") : contactAddress === "none" && delivery === "sent" ? contact.id : undefined;
  if (!sourceId)
    throw new AppError("invalid_input", contactAddress === "phone" ? "This contact has no phone number. Add one and try again." : "This contact cannot be reached through this inbox: they have to write first.", { details: [{ path: "contactId", message: "unreachable" }] });
  // Two at once make one: the second waits here for the first, and finds its address.
  await tx.contactInbox.createMany({ data: [{ accountId, id: newId(), contactId: contact.id, inboxId: inbox.id, sourceId }], skipDuplicates: true });
  const address = await tx.contactInbox.findUniqueOrThrow({ where: { accountId_inboxId_sourceId: { accountId, inboxId: inbox.id, sourceId } }, select: { id: true, contactId: true } });
  if (address.contactId !== contact.id) throw new AppError("conflict", "Another contact already has this number on this inbox.");
  return address.id;
}
