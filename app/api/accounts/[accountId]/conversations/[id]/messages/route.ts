import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { listMessages } from "#lib/messages/list-messages.ts";
import { messageInput, messagesPage, messagesQuery, messageView } from "#lib/messages/schemas.ts";
import { sendMessage } from "#lib/messages/send-message.ts";

export const GET = defineRoute({
  summary: "A stretch of the thread: the newest messages, or those before, after or around a place",
  permission: "conversation:read",
  params: accountAndId,
  query: messagesQuery,
  output: messagesPage,
  handler: ({ actor, params, query }) => listMessages(actor, params.id, query),
});

export const POST = defineRoute({
  summary: "Answer the customer, or leave an internal note",
  permission: "message:create",
  params: accountAndId,
  body: messageInput,
  output: messageView,
  status: 201,
  handler: ({ actor, params, body }) => sendMessage(actor, params.id, body),
});
