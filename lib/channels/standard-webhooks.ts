import { createHmac, randomBytes } from "node:crypto";

/** A new signing secret: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/**
 * The three headers of a signed webhook. `secret` may be a list "new,old" while it is being rotated: each signs.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signWebhook(input: { secret: string; id: string; sentAt: Date; body: string }): Record<string, string> {
  const timestamp = String(Math.floor(input.sentAt.getTime() / 1000));
  const signatures = input.secret.split(",").map((secret) => {
    const key = Buffer.from(secret.trim().replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${input.id}.${timestamp}.${input.body}`).digest("base64")}`;
  });
  return { "webhook-id": input.id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
