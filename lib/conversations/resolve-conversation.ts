import type { Actor } from "../auth/actor.ts";
import { appendActivity } from "../messages/append-message.ts";
import { changeConversation } from "./change-conversation.ts";
import type { ConversationView } from "./schemas.ts";

/** Ends the attendance; repeating it changes nothing. @throws AppError not_found */
export async function resolveConversation(actor: Actor, id: string): Promise<ConversationView> {
  return changeConversation(actor, id,
    async (conversation) => (conversation.status === "resolved" ? null : { status: "resolved" }),
    (tx, conversation) => appendActivity(tx, actor, conversation, "conversation-resolved", { byName: actor.kind === "agent" ? actor.name : "" }));
}

/** Goes on with it, with whoever had it. @throws AppError not_found */
export async function reopenConversation(actor: Actor, id: string): Promise<ConversationView> {
  return changeConversation(actor, id,
    async (conversation) => (conversation.status === "resolved" ? { status: "open" } : null),
    (tx, conversation) => appendActivity(tx, actor, conversation, "conversation-reopened", { byName: actor.kind === "agent" ? actor.name : "" }));
}
