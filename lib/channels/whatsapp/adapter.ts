import type { ChannelAdapter } from "../adapter.ts";
import { whatsappConfig, type WhatsappConfig } from "./config.ts";
import { answerHandshake, verifySignature } from "./door.ts";
import { fetchMedia } from "./fetch-media.ts";
import { graphRequest } from "./graph-request.ts";
import { parseWebhook, phoneNumbersIn } from "./parse-webhook.ts";
import { sendMessage } from "./send-message.ts";
import { text } from "./webhook-json.ts";

/** WhatsApp through Meta's Cloud API. https://developers.facebook.com/docs/whatsapp/cloud-api */
export const whatsappAdapter: ChannelAdapter<WhatsappConfig> = {
  type: "whatsapp",
  config: whatsappConfig,
  // The verify token is no secret of that kind: the administrator pastes it into Meta's form.
  secrets: ["accessToken", "appSecret"],
  capabilities: {
    delivery: "sent", idempotentSend: false, maxTextLength: 4096, attachmentsPerMessage: 1, captions: true, replies: true, reactions: true,
    // The media ids in webhooks end after seven days: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media
    mediaDays: 7, contactAddress: "phone",
  },
  handshake: answerHandshake,
  verify: verifySignature,
  parse: parseWebhook,
  address: { of: (config) => config.phoneNumberId, named: phoneNumbersIn },
  send: sendMessage,
  fetchMedia,
  async markRead(externalId, config, context) {
    const body = { messaging_product: "whatsapp", status: "read", message_id: externalId };
    await graphRequest(config, context, `${encodeURIComponent(config.phoneNumberId)}/messages`, { method: "POST", body, repeatable: true });
  },
  async check(config, context) {
    const fields = "verified_name,display_phone_number,quality_rating";
    const number = await graphRequest(config, context, `${encodeURIComponent(config.phoneNumberId)}?fields=${fields}`, { method: "GET", repeatable: true });
    return { summary: [number.verified_name, number.display_phone_number, number.quality_rating].map(text).filter(Boolean).join(" · ") };
  },
};
