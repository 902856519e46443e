import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { DoorRequest, DoorResponse } from "../adapter.ts";
import type { WhatsappConfig } from "./config.ts";

/** Meta's question when a webhook address is registered: repeat the challenge, if the token is ours. */
export function answerHandshake(request: DoorRequest, config: WhatsappConfig): DoorResponse {
  const token = request.query.get("hub.verify_token") ?? "";
  const challenge = request.query.get("hub.challenge") ?? "";
  const fits = request.query.get("hub.mode") === "subscribe" && challenge !== "" && equal(token, config.verifyToken);
  return fits ? { status: 200, body: challenge, contentType: "text/plain" } : { status: 403, body: "Forbidden", contentType: "text/plain" };
}

/** X-Hub-Signature-256: HMAC-SHA256 of the raw body by any of the app secrets. */
export function verifySignature(request: DoorRequest, config: WhatsappConfig): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(request.headers["x-hub-signature-256"] ?? "")?.[1];
  if (!given) return false;
  const signature = Buffer.from(given, "hex");
  const secrets = config.appSecret.split(",").map((secret) => secret.trim()).filter(Boolean);
  return secrets.map((secret) => timingSafeEqual(createHmac("sha256", secret).update(request.rawBody).digest(), signature)).includes(true);
}

const equal = (a: string, b: string) => timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
