import type { z } from "zod";
import { randomToken } from "../auth/secrets.ts";
import { db, inAccount } from "../db/tenant.ts";
import type { ConnectedInbox } from "../inboxes/connected-inbox.ts";
import type { WidgetConfig } from "../channels/widget/config.ts";
import { whoIsHere } from "../realtime/presence.ts";
import { annotateVisitor, presentVisitorContact } from "./annotate-visitor.ts";
import { assertIdentified, findVisitor, type KnownVisitor } from "./find-visitor.ts";
import { identifyVisitor } from "./identify-visitor.ts";
import { marksOf, visitorConversations } from "./list-visitor-messages.ts";
import { visitorOf } from "./open-visitor.ts";
import { forVisitors } from "./present-widget-message.ts";
import type { startSessionInput, VisitorSession, WidgetSettings } from "./schemas.ts";

const maxUnread = 100;

/**
 * A frame introduces itself: with its token, as a new visitor without one, or as a person the site has signed. Rows are
 * made for the signed only; anybody else stays a number until they write.
 * @throws AppError invalid_signature, identity_required
 */
export async function startVisitorSession(widget: { inbox: ConnectedInbox; config: WidgetConfig }, token: string | null, input: z.output<typeof startSessionInput>): Promise<VisitorSession> {
  return inAccount(widget.inbox.accountId, async () => {
    let visitor = visitorOf(widget, token ?? randomToken());
    const { identifier, identifierHash, ...said } = input.identity ?? {};
    if (identifier && identifierHash !== undefined) visitor = await identifyVisitor(visitor, { ...said, identifier, identifierHash });

    const known = await findVisitor(db, visitor);
    assertIdentified(visitor, known);
    // What the site merely says must not keep anybody from the chat.
    if (known && !identifierHash && Object.keys(said).length) await annotateVisitor(known, said).catch(() => undefined);
    const [latest] = known ? await visitorConversations(db, known) : [];
    return {
      visitorToken: visitor.token,
      settings: widgetSettingsOf(widget),
      contact: known && (await presentVisitorContact(known)),
      marks: marksOf(latest),
      unreadCount: known && latest ? await countUnread(known, latest) : 0,
      online: (await whoIsHere(widget.inbox.accountId)).length > 0,
    };
  });
}

export function widgetSettingsOf({ inbox, config }: { inbox: ConnectedInbox; config: WidgetConfig }): WidgetSettings {
  return { name: inbox.name, welcomeTitle: config.welcomeTitle, welcomeText: config.welcomeText, color: config.color, position: config.position };
}

async function countUnread(known: KnownVisitor, latest: { id: string; contactSeenSeq: number }): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`select count(*)::int as count from (select 1 from messages m
    where m.account_id = ${known.accountId} and m.conversation_id = ${latest.id}::uuid and m.seq > ${latest.contactSeenSeq}
      and m.type in ('outgoing', 'template') and ${forVisitors} limit ${maxUnread}) unread`;
  return rows[0]!.count;
}
