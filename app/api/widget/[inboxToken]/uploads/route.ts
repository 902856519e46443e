import { defineRoute } from "#lib/api/define-route.ts";
import { db, inAccount } from "#lib/db/tenant.ts";
import { uploadFile } from "#lib/files/upload-file.ts";
import { assertIdentified, findVisitor } from "#lib/visitors/find-visitor.ts";
import { limitAddress } from "#lib/visitors/limit-address.ts";
import { limitUploadBytes } from "#lib/visitors/limit-upload-bytes.ts";
import { openVisitor } from "#lib/visitors/open-visitor.ts";
import { visitorAttachment, widgetParams } from "#lib/visitors/schemas.ts";

export const POST = defineRoute({
  summary: "Website chat: a file of the visitor (multipart/form-data, field \"file\"); its id goes into attachmentIds",
  access: "public",
  params: widgetParams,
  output: visitorAttachment,
  status: 201,
  handler: async ({ params, request }) => {
    const visitor = await openVisitor(request, params.inboxToken);
    const { accountId, id } = visitor.inbox;
    await limitAddress("upload", request.headers, id);
    return inAccount(accountId, async () => {
      assertIdentified(visitor, await findVisitor(db, visitor));
      await limitUploadBytes(visitor, request.headers);
      return uploadFile(request, { accountId, uploaderId: visitor.uploaderId });
    });
  },
});
