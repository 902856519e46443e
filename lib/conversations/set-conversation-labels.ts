import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { record } from "../events/record.ts";
import { appendActivity } from "../messages/append-message.ts";
import { findConversation, placementOf } from "./access.ts";
import { presentConversation } from "./present-conversation.ts";
import type { ConversationView } from "./schemas.ts";

/** The labels become exactly these. @throws AppError not_found, invalid_input for a label that does not exist */
export async function setConversationLabels(actor: Actor, id: string, labelIds: string[]): Promise<ConversationView> {
  return transaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const { accountId } = actor;
    const wanted = await tx.label.findMany({ where: { accountId, id: { in: labelIds } }, select: { id: true, name: true } });
    if (wanted.length !== new Set(labelIds).size) throw new AppError("invalid_input", "One of the labels does not exist any more.", { details: [{ path: "labelIds", message: "unknown" }] });
    const present = await tx.conversationLabel.findMany({ where: { accountId, conversationId: id }, select: { labelId: true, label: { select: { name: true } } } });
    const added = wanted.filter((label) => !present.some((row) => row.labelId === label.id));
    const removed = present.filter((row) => !labelIds.includes(row.labelId));
    if (added.length || removed.length) {
      await tx.conversationLabel.deleteMany({ where: { accountId, conversationId: id, labelId: { in: removed.map((row) => row.labelId) } } });
      await tx.conversationLabel.createMany({ data: added.map((label) => ({ accountId, conversationId: id, labelId: label.id })) });
      const stands = placementOf(conversation);
      await record(tx, actor, "conversation.updated", { conversationId: id, changed: ["labels"], before: stands, after: stands });
      const byName = actor.kind === "agent" ? actor.name : "";
      if (added.length) await appendActivity(tx, actor, conversation, "label-added", { labelName: added.map((label) => label.name).join(", "), byName });
      if (removed.length) await appendActivity(tx, actor, conversation, "label-removed", { labelName: removed.map((row) => row.label.name).join(", "), byName });
    }
    return presentConversation(tx, accountId, id);
  });
}
