import { answerError } from "#lib/api/answer.ts";
import { assertOwnOrigin } from "#lib/api/origin.ts";
import { answerAuth } from "#lib/auth/next-auth.ts";

/** next-auth's own door: sign in, sign out, the token against forged requests. */
async function answer(request: Request, context: { params: Promise<{ nextauth: string[] | string }> }): Promise<Response> {
  try {
    if (request.method !== "GET") assertOwnOrigin(request);
    return await answerAuth(request, [(await context.params).nextauth].flat().flatMap((part) => part.split("/")));
  } catch (error) {
    return answerError(error, request);
  }
}

export { answer as GET, answer as POST };
