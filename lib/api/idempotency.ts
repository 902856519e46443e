import { createHash } from "node:crypto";
import type { AgentActor } from "../auth/actor.ts";
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
    if (first.status !== null) return replayed(first.status, first.response);
    if (Date.now() - first.createdAt.getTime() < 60_000) throw new AppError("conflict", "The first request with this Idempotency-Key is still running.", { retryAfterSeconds: 1 });
    // The process that began it is gone: the verbs themselves are repeatable, so go on in its place.
  }
  try {
    const response = await work();
    const text = await response.clone().text();
    await db.idempotencyKey.update({ where, data: { status: response.status, response: text ? JSON.parse(text) : Prisma.DbNull } });
    return response;
  } catch (error) {
    await db.idempotencyKey.deleteMany({ where: { accountId: actor.accountId, userId: actor.userId, key, status: null } });
    throw error;
  }
}

function replayed(status: number, body: unknown): Response {
  const headers = { "idempotent-replayed": "true" };
  return body === null ? new Response(null, { status, headers }) : answer(body, status, headers);
}
