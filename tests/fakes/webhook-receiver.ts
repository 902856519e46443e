import { createHmac, timingSafeEqual } from "node:crypto";
import type { Call, Reply } from "./graph/graph-api.ts";

type Received = { at: number; id: string | null; signature: "right" | "wrong" | "missing" | "no secret known"; body: unknown };
type Box = { secret?: string; answers: { status: number; retryAfter?: number; location?: string }[]; received: Received[] };

/**
 * The other side of the API channel: takes webhooks under any name and says of each whether the signature was right.
 * `POST /fake/receivers/{name}` takes; `PUT` sets {secret?, answers?: [{status, retryAfter?, location?}]}; `GET` lists; `DELETE` forgets.
 */
export class WebhookReceiver {
  private readonly boxes = new Map<string, Box>();

  handle(call: Call): Reply | undefined {
    const name = /^\/fake\/receivers\/([\w-]{1,64})$/.exec(call.url.pathname)?.[1];
    if (!name) return undefined;
    const box = this.boxes.get(name) ?? { answers: [], received: [] };
    this.boxes.set(name, box);
    if (call.method === "DELETE") this.boxes.delete(name);
    if (call.method === "GET") return { status: 200, body: { items: box.received } };
    if (call.method === "PUT") {
      const input = JSON.parse(call.body.toString() || "{}") as Partial<Box>;
      if (input.secret !== undefined) box.secret = input.secret;
      if (input.answers) box.answers = input.answers;
      return { status: 200, body: {} };
    }
    if (call.method !== "POST") return { status: 200, body: {} };
    box.received.push({ at: Date.now(), id: call.headers["webhook-id"] ?? null, signature: check(call, box.secret), body: parse(call.body) });
    const answer = box.answers.shift() ?? { status: 200 };
    const headers = { ...(answer.retryAfter !== undefined && { "retry-after": String(answer.retryAfter) }), ...(answer.location && { location: answer.location }) };
    return { status: answer.status, body: { received: true }, headers };
  }
}

function check(call: Call, secret: string | undefined): Received["signature"] {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": given } = call.headers;
  if (!id || !timestamp || !given) return "missing";
  if (!secret) return "no secret known";
  const expected = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64")).update(`${id}.${timestamp}.`).update(call.body).digest();
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
  const matches = given.split(" ").some((part) => {
    const signature = Buffer.from(part.replace(/^v1,/, ""), "base64");
    return part.startsWith("v1,") && signature.length === expected.length && timingSafeEqual(signature, expected);
  });
  return fresh && matches ? "right" : "wrong";
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return raw.toString();
  }
}
