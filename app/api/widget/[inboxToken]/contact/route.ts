import { defineRoute } from "#lib/api/define-route.ts";
import { limit } from "#lib/api/rate-limit.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { notFound } from "#lib/errors.ts";
import { annotateVisitor, presentVisitorContact } from "#lib/visitors/annotate-visitor.ts";
import { assertIdentified, findVisitor } from "#lib/visitors/find-visitor.ts";
import { openVisitor } from "#lib/visitors/open-visitor.ts";
import { visitorContact, visitorContactInput, widgetParams } from "#lib/visitors/schemas.ts";

export const PUT = defineRoute({
  summary: "Website chat: the visitor says who they are; it fills what is not known yet",
  access: "public",
  params: widgetParams,
  body: visitorContactInput,
  output: visitorContact,
  handler: async ({ params, body, request }) => {
    const visitor = await openVisitor(request, params.inboxToken);
    await limit("widget-message", visitor.sourceId);
    return inAccount(visitor.inbox.accountId, async () => {
      const known = await findVisitor(db, visitor);
      assertIdentified(visitor, known);
      if (!known) throw notFound();
      await annotateVisitor(known, body);
      return presentVisitorContact(known);
    });
  },
});
