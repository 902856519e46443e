import { z } from "zod";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";
import { reactToMessage } from "#lib/messages/react-to-message.ts";
import { messageView } from "#lib/messages/schemas.ts";

export const PUT = defineRoute({
  summary: "React to a message with an emoji",
  permission: "message:create",
  params: accountAndId,
  body: z.object({ emoji: z.string().min(1).max(32) }),
  output: messageView,
  handler: ({ actor, params, body }) => reactToMessage(actor, params.id, body.emoji),
});

export const DELETE = defineRoute({
  summary: "Take the reaction back",
  permission: "message:create",
  params: accountAndId,
  output: messageView,
  handler: ({ actor, params }) => reactToMessage(actor, params.id, ""),
});
