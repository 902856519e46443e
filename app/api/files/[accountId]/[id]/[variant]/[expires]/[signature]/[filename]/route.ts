import { answerError } from "#lib/api/answer.ts";
import { serveFile } from "#lib/files/serve-file.ts";

type Context = { params: Promise<Record<"accountId" | "id" | "variant" | "expires" | "signature", string>> };

/** A stored file behind its signed address: bytes, not JSON. */
export async function GET(request: Request, context: Context): Promise<Response> {
  try {
    const { accountId, id, variant, expires, signature } = await context.params;
    return await serveFile({ accountId: Number(accountId) || 0, id, variant, expires: Number(expires), signature }, request.headers.get("range"));
  } catch (error) {
    return answerError(error, request);
  }
}
