import { defineRoute } from "#lib/api/define-route.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { notFound } from "#lib/errors.ts";
import { isUuid, noId } from "#lib/ids.ts";
import { assertIdentified, findVisitor } from "#lib/visitors/find-visitor.ts";
import { markVisitorRead } from "#lib/visitors/mark-visitor-read.ts";
import { openVisitor } from "#lib/visitors/open-visitor.ts";
import { readInput, readMarks, widgetParams } from "#lib/visitors/schemas.ts";

export const PUT = defineRoute({
  summary: "Website chat: the visitor has seen their conversation up to a place",
  access: "public",
  params: widgetParams,
  body: readInput,
  output: readMarks,
  handler: async ({ params, body, request }) => {
    const visitor = await openVisitor(request, params.inboxToken);
    return inAccount(visitor.inbox.accountId, async () => {
      const known = await findVisitor(db, visitor);
      assertIdentified(visitor, known);
      if (!known) throw notFound();
      return markVisitorRead(known, isUuid(body.conversationId) ? body.conversationId : noId, body.seq);
    });
  },
});
