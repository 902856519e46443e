import { accountParams, defineRoute } from "#lib/api/define-route.ts";
import { uploadFile } from "#lib/files/upload-file.ts";
import { attachmentView } from "#lib/messages/schemas.ts";

export const POST = defineRoute({
  summary: "Upload a file to send (multipart/form-data, field \"file\"); its id goes into attachmentIds",
  permission: "message:create",
  params: accountParams,
  output: attachmentView,
  status: 201,
  handler: ({ actor, request }) => uploadFile(request, { accountId: actor.accountId, uploaderId: actor.userId }),
});
