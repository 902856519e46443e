import { deleteInbox } from "#lib/inboxes/delete-inbox.ts";
import { getInbox } from "#lib/inboxes/get-inbox.ts";
import { inboxPatch, inboxView } from "#lib/inboxes/schemas.ts";
import { updateInbox } from "#lib/inboxes/update-inbox.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const GET = defineRoute({
  summary: "One inbox",
  permission: "inbox:read",
  params: accountAndId,
  output: inboxView,
  handler: ({ actor, params }) => getInbox(actor, params.id),
});

export const PATCH = defineRoute({
  summary: "Change an inbox; secrets that are left out stay as they are",
  permission: "inbox:manage",
  params: accountAndId,
  body: inboxPatch,
  output: inboxView,
  handler: ({ actor, user, params, body }) => updateInbox(actor, params.id, body, user.locale),
});

export const DELETE = defineRoute({
  summary: "Delete an inbox that has no conversations",
  permission: "inbox:manage",
  params: accountAndId,
  handler: ({ actor, params }) => deleteInbox(actor, params.id),
});
