import { defineRoute } from "#lib/api/define-route.ts";
import { limit } from "#lib/api/rate-limit.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { assertIdentified, findVisitor } from "#lib/visitors/find-visitor.ts";
import { listVisitorMessages } from "#lib/visitors/list-visitor-messages.ts";
import { limitAddress } from "#lib/visitors/limit-address.ts";
import { openVisitor } from "#lib/visitors/open-visitor.ts";
import { messagePage, sendVisitorMessageInput, visitorMessagesQuery, widgetMessage, widgetParams } from "#lib/visitors/schemas.ts";
import { sendVisitorMessage } from "#lib/visitors/send-visitor-message.ts";

export const GET = defineRoute({
  summary: "Website chat: the visitor's history, the newest page or what lies before or after a place",
  access: "public",
  params: widgetParams,
  query: visitorMessagesQuery,
  output: messagePage,
  handler: async ({ params, query, request }) => {
    const visitor = await openVisitor(request, params.inboxToken);
    return inAccount(visitor.inbox.accountId, async () => {
      const known = await findVisitor(db, visitor);
      assertIdentified(visitor, known);
      return listVisitorMessages(known, query);
    });
  },
});

export const POST = defineRoute({
  summary: "Website chat: the visitor writes; the same clientId twice is one message",
  access: "public",
  params: widgetParams,
  body: sendVisitorMessageInput,
  output: widgetMessage,
  status: 201,
  handler: async ({ params, body, request }) => {
    const visitor = await openVisitor(request, params.inboxToken);
    await limitAddress("widget-session", request.headers, visitor.inbox.id);
    await limit("widget-message", visitor.sourceId);
    return inAccount(visitor.inbox.accountId, () => sendVisitorMessage(visitor, body));
  },
});
