import type { z } from "zod";
import type { SystemActor } from "../auth/actor.ts";
import type { InboundMessage } from "../channels/adapter.ts";
import { clock } from "../clock.ts";
import { db, transaction } from "../db/tenant.ts";
import { claimAttachments } from "../messages/claim-attachments.ts";
import { presentMessage } from "../messages/present-message.ts";
import { receiveMessage } from "../messages/receive-message.ts";
import { annotateVisitor, visitorName } from "./annotate-visitor.ts";
import { assertIdentified, findVisitor } from "./find-visitor.ts";
import type { Visitor } from "./open-visitor.ts";
import { presentWidgetMessage } from "./present-widget-message.ts";
import type { sendVisitorMessageInput, WidgetMessage } from "./schemas.ts";

/**
 * The visitor writes; with the first message they become a contact. The same `clientId` of the same visitor twice is one
 * message, answered both times. Call inside the account.
 * @throws AppError identity_required, invalid_input (files that are not theirs)
 */
export async function sendVisitorMessage(visitor: Visitor, input: z.output<typeof sendVisitorMessageInput>): Promise<WidgetMessage> {
  const { accountId, id: inboxId } = visitor.inbox;
  const externalId = `${visitor.sourceId.slice(0, 32)}:${input.clientId}`;
  const findSent = () => db.message.findFirst({ where: { accountId, inboxId, externalId }, select: { id: true } });

  const before = await findVisitor(db, visitor);
  assertIdentified(visitor, before);
  let id = (await findSent())?.id;
  if (!id) {
    const received = await transaction(async (tx) => {
      await claimAttachments(tx, accountId, visitor.uploaderId, input.attachmentIds);
      const { name, email, phone } = input.identity ?? {};
      const message: InboundMessage = {
        kind: "message",
        externalId,
        // Neither phone nor e-mail: unproven, they must not find anybody's contact.
        from: { externalIds: [visitor.sourceId], name: name || (before?.name ?? (await visitorName(tx, accountId, visitor.sourceId))) },
        content: input.content.trim(),
        ...(!before && input.page ? { extras: { referral: { sourceUrl: input.page.url, headline: input.page.title } } } : {}),
        sentAt: clock.now(),
      };
      const actor: SystemActor = { kind: "system", accountId };
      const stored = await receiveMessage(before ?? actor, { id: inboxId }, message, { within: tx, attachmentIds: input.attachmentIds, clientId: input.clientId });
      const known = stored && !before && (email || phone) ? await findVisitor(tx, visitor) : null;
      if (known) await annotateVisitor(known, { email, phone: possiblePhone(phone) }, tx);
      return stored;
    });
    id = received?.messageId ?? (await findSent())!.id;
  }
  const message = await presentMessage(db, accountId, id);
  const { displayId } = await db.conversation.findUniqueOrThrow({ where: { accountId_id: { accountId, id: message.conversationId } }, select: { displayId: true } });
  return presentWidgetMessage(message, displayId);
}

/** What a site says about a phone is left out when it cannot be one. */
function possiblePhone(phone: string | undefined): string | undefined {
  return phone && /^\+\d{8,15}$/.test(phone.replace(/[\s()-]/g, "")) ? phone : undefined;
}
