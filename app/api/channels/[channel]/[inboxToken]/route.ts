import { answerError } from "#lib/api/answer.ts";
import { readBytes } from "#lib/api/read-json.ts";
import { acceptAtDoor, maxDoorBytes } from "#lib/channels/accept.ts";

type Context = { params: Promise<{ channel: string; inboxToken: string }> };

/** The one door for every provider's webhook: raw bytes in, an answer within milliseconds. Not part of the JSON API. */
async function door(request: Request, context: Context): Promise<Response> {
  try {
    const { channel, inboxToken } = await context.params;
    const rawBody = request.method === "GET" ? new Uint8Array() : await readBytes(request, maxDoorBytes);
    const answer = await acceptAtDoor(channel, inboxToken, { method: request.method, headers: Object.fromEntries(request.headers), query: new URL(request.url).searchParams, rawBody });
    return new Response(answer.body, { status: answer.status, headers: { "content-type": answer.contentType ?? "text/plain; charset=utf-8" } });
  } catch (error) {
    return answerError(error, request);
  }
}

export const GET = door;
export const POST = door;
