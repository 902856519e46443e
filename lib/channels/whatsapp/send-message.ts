import { ChannelError, type OutgoingAttachment, type OutgoingMessage, type SendContext, type SendResult } from "../adapter.ts";
import type { WhatsappConfig } from "./config.ts";
import { graphRequest } from "./graph-request.ts";
import { messageBody, messageParts, type MessagePart } from "./message-parts.ts";
import { records, text } from "./webhook-json.ts";

/** Meta keeps the order of several sends only when they do not follow on each other's heels. */
const pauseBetweenPartsMs = 250;
/** A later part is tried again here: the message as a whole may not be repeated once its first part was taken. */
const laterPartPausesMs = [500, 2_000, 6_000];

/**
 * All files are uploaded before anything is sent, so that a failure up to there leaves nothing at the customer's.
 * @throws ChannelError; rejected/incomplete when a part was taken and a later one was not
 */
export async function sendMessage(message: OutgoingMessage, config: WhatsappConfig, context: SendContext): Promise<SendResult> {
  const parts = messageParts(message);
  if (parts.length === 0) throw new ChannelError("rejected", "empty", "There is nothing in this message.");
  const mediaIds: (string | undefined)[] = [];
  for (const part of parts) mediaIds.push("attachment" in part && part.upload ? await uploadMedia(part.attachment, config, context) : undefined);

  const taken: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) await pause(pauseBetweenPartsMs);
    const body = messageBody(message, part, { mediaId: mediaIds[index], first: index === 0, last: index === parts.length - 1 });
    const post = () => postMessage(body, config, context);
    taken.push(index === 0 ? await post() : await postLater(post, part, taken, parts.length));
  }
  const [externalId, ...further] = taken;
  return { externalId: externalId!, ...(further.length > 0 && { furtherExternalIds: further }) };
}

async function postMessage(body: Record<string, unknown>, config: WhatsappConfig, context: SendContext): Promise<string> {
  const answer = await graphRequest(config, context, `${encodeURIComponent(config.phoneNumberId)}/messages`, { method: "POST", body, repeatable: false });
  const id = text(records(answer.messages)[0]?.id);
  if (!id) throw new ChannelError("unknown", "no_id", "WhatsApp took the message without giving it an id.");
  return id;
}

async function postLater(post: () => Promise<string>, part: MessagePart, taken: string[], all: number): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      const wait = laterPartPausesMs[attempt];
      const mayRepeat = (error.kind === "retry" || error.kind === "throttled") && wait !== undefined && (error.retryAfterSeconds ?? 0) <= 10;
      if (!mayRepeat) throw new ChannelError("rejected", "incomplete", `${taken.length} of ${all} parts arrived; the ${part.type} did not: ${error.message} (${error.code})`, { taken, cause: error });
      await pause(Math.max(wait, (error.retryAfterSeconds ?? 0) * 1000));
    }
  }
}

/** @returns the media id, good for 30 days */
async function uploadMedia(file: OutgoingAttachment, config: WhatsappConfig, context: SendContext): Promise<string> {
  const form = new FormData();
  form.append("messaging_product", "whatsapp");
  form.append("type", file.contentType);
  form.append("file", new Blob([Buffer.from(await file.read())], { type: file.contentType }), file.filename);
  const answer = await graphRequest(config, context, `${encodeURIComponent(config.phoneNumberId)}/media`, { method: "POST", body: form, repeatable: true, timeoutMs: 60_000 });
  const id = text(answer.id);
  if (!id) throw new ChannelError("retry", "no_id", "WhatsApp took the file without giving it an id.");
  return id;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
