import { createInbox } from "#lib/inboxes/create-inbox.ts";
import { listInboxes } from "#lib/inboxes/list-inboxes.ts";
import { inboxView, newInboxInput } from "#lib/inboxes/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List the inboxes you see",
  permission: "inbox:read",
  params: accountParams,
  output: page(inboxView),
  handler: async ({ actor }) => ({ items: await listInboxes(actor), next: null }),
});

export const POST = defineRoute({
  summary: "Connect a channel; the answer holds the addresses to give to the other side",
  permission: "inbox:manage",
  params: accountParams,
  body: newInboxInput,
  output: inboxView,
  status: 201,
  handler: ({ actor, user, body }) => createInbox(actor, body, user.locale),
});
