import { createHash } from "node:crypto";
import type { AgentActor } from "../auth/actor.ts";
import { decrypt, encrypt } from "../auth/secrets.ts";
import { db } from "../db/tenant.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { AppError } from "../errors.ts";
import { answer } from "./answer.ts";

/**
 * A write with an `Idempotency-Key` happens once: repeating it repeats the first answer (kept for a day), with other
 * content it is refused. A failed write leaves no trace, so it can be tried again with the same key.
 * @throws AppError idempotency_mismatch, conflict while the first is still running
 */
export async function once(request: Request, actor: AgentActor, body: unknown, work: () => Promise<Response>): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  if (!key || request.method === "GET") return work();
  if (key.length > 200) throw new AppError("invalid_input", "An Idempotency-Key has at most 200 characters.");
  const requestHash = createHash("sha256").update(`${request.method} ${new URL(request.url).pathname}\n${JSON.stringify(body)}`).digest();
  const where = { accountId_userId_key: { accountId: actor.accountId, userId: actor.userId, key } };

  try {
    await db.idempotencyKey.create({ data: { accountId: actor.accountId, userId: actor.userId, key, requestHash } });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) throw error;
    const first = await db.idempotencyKey.findUnique({ where });
    if (!first) return once(request, actor, body, work);
    if (!requestHash.equals(first.requestHash)) throw new AppError("idempotency_mismatch", "This Idempotency-Key was used for another request. Use a new one.");
    if (first.status !== null) return replayed(first.status, typeof first.response === "string" ? JSON.parse(decrypt(Buffer.from(first.response, "base64"), sealedAs(actor, key))) : null);
    // Still running, or its process died before it could say what came of it: doing it again might do it twice.
    throw new AppError("conflict", "The first request with this Idempotency-Key has not ended, or its outcome is not known. Look whether it happened before you use a new key.", { retryAfterSeconds: 1 });
  }
  let response: Response;
  try {
    response = await work();
  } catch (error) {
    await db.idempotencyKey.deleteMany({ where: { accountId: actor.accountId, userId: actor.userId, key, status: null } });
    throw error;
  }
  // From here it has happened: whatever fails now, the key stays, so that it cannot happen again. The answer may hold a
  // secret that is shown once (a token, a link): it is kept sealed.
  const text = await response.clone().text();
  const sealed = text ? Buffer.from(encrypt(text, sealedAs(actor, key))).toString("base64") : null;
  await db.idempotencyKey.update({ where, data: { status: response.status, response: sealed ?? Prisma.DbNull } });
  return response;
}

function sealedAs(actor: AgentActor, key: string): string {
  return `idempotency:${actor.accountId}:${actor.userId}:${key}`;
}

function replayed(status: number, body: unknown): Response {
  const headers = { "idempotent-replayed": "true" };
  return body === null ? new Response(null, { status, headers }) : answer(body, status, headers);
}
