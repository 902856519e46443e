import { z } from "zod";
import { clock } from "#lib/clock.ts";
import { ChannelError, type ChannelAdapter, type OutgoingMessage, type SendContext, type SendResult } from "../adapter.ts";
import { newWebhookSecret, signWebhook } from "../standard-webhooks.ts";

const apiConfig = z.object({
  /** Where answers go. Without one they wait to be read over the REST API. */
  webhookUrl: z.union([z.url({ protocol: /^https?$/ }).max(2048), z.literal("").transform(() => undefined)]).optional(),
  /** Signs the answers (Standard Webhooks). "new,old" while it is being rotated. */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}(,whsec_[A-Za-z0-9+/]{32,}={0,2})*$/, "whsec_ and at least 24 bytes in base64.").default(newWebhookSecret),
});
export type ApiConfig = z.infer<typeof apiConfig>;

/** Any system of the customer's own: it writes with an API token over REST, and answers are posted to its webhook. */
export const apiAdapter: ChannelAdapter<ApiConfig> = {
  type: "api",
  config: apiConfig,
  secrets: ["secret"],
  shownToAdministrators: ["secret"],
  capabilities: {
    // The message's id is the webhook's id, so that receiving it twice is receiving it once.
    delivery: "sent", idempotentSend: true, maxTextLength: 20_000, attachmentsPerMessage: 10, captions: true, replies: true, reactions: true, mediaDays: 0, contactAddress: "none",
  },
  send,
  async check(config, context) {
    if (!config.webhookUrl) return { summary: "No webhook: answers are read over the API." };
    const body = JSON.stringify({ type: "webhook.test", timestamp: clock.now().toISOString(), data: {} });
    await post(config, context, `test_${crypto.randomUUID()}`, body);
    return { summary: `${new URL(config.webhookUrl).host} accepted a signed test.` };
  },
};

async function send(message: OutgoingMessage, config: ApiConfig, context: SendContext): Promise<SendResult> {
  if (config.webhookUrl) await post(config, context, message.id, JSON.stringify(webhookBody(message)));
  return { externalId: message.id };
}

/** The body of `message.created` and `message.reaction`. */
function webhookBody(message: OutgoingMessage) {
  const { id, content, attachments, replyToExternalId, reaction, sentAt, conversation, contact, agent, to } = message;
  const files = attachments.map(({ id, kind, filename, contentType, size, url, voice }) => ({ id, kind, filename, contentType, size, url, voice }));
  const about = { conversation, contact: { ...contact, externalIds: to.externalIds, phone: to.phone ?? null }, agent: agent ?? null };
  return {
    type: reaction ? "message.reaction" : "message.created",
    timestamp: sentAt.toISOString(),
    data: reaction
      ? { message: { id, targetId: reaction.targetExternalId, emoji: reaction.emoji, sentAt: sentAt.toISOString() }, ...about }
      : { message: { id, type: "outgoing", content, attachments: files, replyToId: replyToExternalId ?? null, sentAt: sentAt.toISOString() }, ...about },
  };
}

/** @throws ChannelError rejected for an answer that will not change, retry for everything else */
async function post(config: ApiConfig, context: SendContext, id: string, body: string): Promise<void> {
  const url = config.webhookUrl!;
  const headers = { "content-type": "application/json", ...signWebhook({ secret: config.secret, id, sentAt: clock.now(), body }) };
  const response = await context.fetch(url, { method: "POST", headers, body, redirect: "error", signal: context.signal, timeoutMs: 15_000, maxBytes: 64 * 1024 })
    .catch((error: unknown) => {
      // Repeating does no harm here, so not knowing is the same as not having arrived.
      if (error instanceof ChannelError && error.kind !== "unknown") throw error;
      throw new ChannelError("retry", error instanceof ChannelError ? error.code : "network", `${new URL(url).host} did not answer.`, { cause: error });
    });
  await response.arrayBuffer().catch(() => undefined);
  if (response.ok) return;
  const host = new URL(url).host;
  const { status } = response;
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw new ChannelError("retry", `http_${status}`, `${host} answered with status ${status}.`, { retryAfterSeconds: retryAfter(response.headers) });
  }
  throw new ChannelError("rejected", `http_${status}`, sentences[status]?.(host) ?? `${host} refused the message with status ${status}.`);
}

const sentences: Record<number, (host: string) => string> = {
  401: (host) => `${host} does not accept our signature: compare the signing secret on both sides.`,
  403: (host) => `${host} forbids us to deliver: compare the signing secret and the rights on its side.`,
  404: (host) => `${host} knows no webhook at this address: check the inbox's webhook address.`,
  410: (host) => `${host} has closed this webhook for good: give the inbox a new webhook address.`,
};

function retryAfter(headers: Headers): number | undefined {
  const header = headers.get("retry-after") ?? "";
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - clock.now().getTime()) / 1000;
  return seconds >= 0 ? Math.ceil(seconds) : undefined;
}
