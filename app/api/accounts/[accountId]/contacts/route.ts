import { createContact } from "#lib/contacts/create-contact.ts";
import { listContacts } from "#lib/contacts/list-contacts.ts";
import { contactsQuery, contactView, newContactInput } from "#lib/contacts/schemas.ts";
import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { page } from "#lib/api/pagination.ts";

export const GET = defineRoute({
  summary: "List contacts, the newest first; `q` finds by name, phone or e-mail",
  permission: "contact:read",
  params: accountParams,
  query: contactsQuery,
  output: page(contactView),
  handler: ({ actor, query }) => listContacts(actor, query),
});

export const POST = defineRoute({
  summary: "Create a contact, with its identity on an inbox if you like; the same identity twice is one contact",
  permission: "contact:write",
  params: accountParams,
  body: newContactInput,
  output: contactView,
  status: 201,
  handler: ({ actor, body }) => createContact(actor, body),
});
