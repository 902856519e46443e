import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Chance } from "./chance.ts";
import type { InboxKey, Planned } from "./plan-conversations.ts";

type Row = Record<string, unknown>;
export type SeedContext = {
  accountId: number;
  inboxIds: Record<InboxKey, string>;
  teamIds: Map<string, string>;
  labelIds: Map<string, string>;
  /** Contact ids by phone. */
  contactIds: Map<string, string>;
  /** Ids of contact inboxes by "inbox contact". */
  contactInboxIds: Map<string, string>;
};
export type ConversationRows = { conversation: Row; messages: Row[]; labels: Row[]; files: { messageId: string; name: string }[] };

/** The rows of one story, with the marks and counters that the verbs would have kept. */
export function conversationRows(chance: Chance, story: Planned, displayId: number, context: SeedContext): ConversationRows {
  const { accountId } = context;
  const createdAt = story.turns[0]!.at;
  const id = v7({ msecs: createdAt.getTime() });
  const inboxId = context.inboxIds[story.inbox];
  const messages: Row[] = [];
  const files: ConversationRows["files"] = [];
  const say = (at: Date, values: Row): Row => {
    const row = {
      account_id: accountId, id: v7({ msecs: at.getTime() }), conversation_id: id, inbox_id: inboxId, seq: messages.length + 1, private: false, content: null, sender_id: null,
      status: null, external_id: null, reply_to_id: null, reactions: [], activity: null, attempts: 0, ...values, sent_at: at, created_at: at,
    };
    messages.push(row);
    return row;
  };

  for (const [index, turn] of story.turns.entries()) {
    if (turn.by === "contact") {
      const reply = chance.happens(0.05) ? messages.findLast((message) => message.type === "outgoing" && !message.private) : undefined;
      const row = say(turn.at, { type: "incoming", content: turn.text || null, sender_kind: "contact", sender_id: context.contactIds.get(story.contact.phone), sender_name: story.contact.name,
        external_id: `demo-in-${displayId}-${index}`, reply_to_id: reply?.id ?? null });
      if (turn.file) files.push({ messageId: row.id as string, name: turn.file });
      continue;
    }
    const agent = story.agent!;
    const author = { sender_kind: "agent", sender_id: agent.id, sender_name: agent.name };
    if (!messages.some((message) => message.sender_kind === "agent")) say(new Date(turn.at.getTime() - 20_000), { type: "activity", ...author, activity: { kind: "taken", params: { agentName: agent.name } } });
    const row = turn.by === "note"
      ? say(turn.at, { type: "outgoing", private: true, content: turn.text, ...author })
      : say(turn.at, { type: "outgoing", content: turn.text || null, ...author, status: "read", external_id: `demo-out-${displayId}-${index}` });
    if (turn.by === "agent" && chance.happens(0.03)) row.reactions = [{ emoji: chance.pick(["❤️", "👍", "🙏", "😍"]), by: "contact", senderId: context.contactIds.get(story.contact.phone) }];
    if (turn.file) files.push({ messageId: row.id as string, name: turn.file });
  }

  const last = story.turns.at(-1)!;
  const resolvedAt = story.stage === "resolved" ? new Date(last.at.getTime() + chance.between(1, 9) * 60_000) : null;
  if (story.agent && story.labels.length && story.stage === "resolved") {
    say(new Date(last.at.getTime() + 30_000), { type: "activity", sender_kind: "agent", sender_id: story.agent.id, sender_name: story.agent.name,
      activity: { kind: "label-added", params: { labelName: story.labels.join(", "), byName: story.agent.name } } });
  }
  if (resolvedAt) {
    say(resolvedAt, { type: "activity", sender_kind: "agent", sender_id: story.agent!.id, sender_name: story.agent!.name, activity: { kind: "conversation-resolved", params: { byName: story.agent!.name } } });
  }
  return { conversation: conversationRow(chance, story, { id, displayId, createdAt, resolvedAt, messages, files }, context), messages, files,
    labels: story.labels.map((label) => ({ account_id: accountId, conversation_id: id, label_id: context.labelIds.get(label) })) };
}

type Told = { id: string; displayId: number; createdAt: Date; resolvedAt: Date | null; messages: Row[]; files: ConversationRows["files"] };

function conversationRow(chance: Chance, story: Planned, told: Told, context: SeedContext): Row {
  const { messages } = told;
  const talk = messages.filter((message) => message.type !== "activity");
  const newest = talk.at(-1)!;
  const isSeen = story.stage === "resolved" || (story.stage === "in-service" && chance.happens(0.45));
  const lastAnswer = messages.findLast((message) => message.type === "outgoing" && !message.private);
  const seenSeq = isSeen ? messages.length : ((lastAnswer?.seq as number) ?? 0);
  // The customer has not looked at what was said last, now and then.
  const unseenByContact = story.stage === "in-service" && newest === lastAnswer && chance.happens(0.4);
  if (unseenByContact) newest.status = "delivered";
  const fileOfNewest = told.files.find((file) => file.messageId === newest.id);
  return {
    account_id: context.accountId, id: told.id, display_id: told.displayId, protocol: `${dayInSaoPaulo(told.createdAt)}-${String(told.displayId).padStart(6, "0")}`,
    status: story.stage === "resolved" ? "resolved" : "open", archived: false, inbox_id: context.inboxIds[story.inbox], contact_id: context.contactIds.get(story.contact.phone),
    contact_inbox_id: context.contactInboxIds.get(`${story.inbox} ${story.contact.phone}`), team_id: story.team ? context.teamIds.get(story.team) : null, assignee_id: story.agent?.id ?? null,
    next_seq: messages.length + 1, seen_seq: seenSeq, contact_seen_seq: unseenByContact ? (newest.seq as number) - 1 : messages.length,
    unread_count: talk.filter((message) => message.type === "incoming" && (message.seq as number) > seenSeq).length,
    last_message: { id: newest.id, preview: ((newest.content as string) ?? "").slice(0, 140), type: newest.type, private: newest.private, at: newest.sent_at, senderName: newest.sender_name,
      attachmentKind: fileOfNewest ? (fileOfNewest.name.endsWith("-pdf") ? "document" : "image") : null, status: newest.status, seq: newest.seq },
    last_activity_at: talk.findLast((message) => !message.private)!.sent_at, created_at: told.createdAt, resolved_at: told.resolvedAt,
  };
}

export function dayInSaoPaulo(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Sao_Paulo", year: "numeric", month: "2-digit", day: "2-digit" }).format(instant).replaceAll("-", "");
}

/** The address a demo contact has on a channel. */
export function sourceId(inbox: InboxKey, phone: string): string {
  if (inbox === "site") return createHash("sha256").update(`demo visitor ${phone}`).digest("hex");
  return inbox === "marketplace" ? `buyer-${phone.slice(-8)}` : phone.slice(1);
}
