import { getContact } from "#lib/contacts/get-contact.ts";
import { contactPatch, contactView } from "#lib/contacts/schemas.ts";
import { updateContact } from "#lib/contacts/update-contact.ts";
import { accountAndId, defineRoute } from "#lib/api/define-route.ts";

export const GET = defineRoute({
  summary: "One contact",
  permission: "contact:read",
  params: accountAndId,
  output: contactView,
  handler: ({ actor, params }) => getContact(actor, params.id),
});

export const PATCH = defineRoute({
  summary: "Change a contact; null empties a field",
  permission: "contact:write",
  params: accountAndId,
  body: contactPatch,
  output: contactView,
  handler: ({ actor, params, body }) => updateContact(actor, params.id, body),
});
