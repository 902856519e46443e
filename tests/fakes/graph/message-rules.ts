import { errorOf, invalid, required, tooLong, unexpected } from "./graph-errors.ts";
import type { World } from "./world.ts";

export type SendBody = Record<string, unknown> & { type: string };
const object = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

const envelope = ["messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data"];
const mediaKeys: Record<string, string[]> = {
  image: ["id", "link", "caption"], video: ["id", "link", "caption"], audio: ["id", "link", "voice"], document: ["id", "link", "caption", "filename"], sticker: ["id", "link"],
};
const otherTypes = ["text", "reaction", "location", "contacts", "interactive", "template"];

/** Checks one send as Meta does before it accepts. @throws GraphFailure */
export function checkSend(body: Record<string, unknown>, phoneNumberId: string, world: World): SendBody {
  if (body.messaging_product !== "whatsapp") throw required("messaging_product");
  const type = body.type === undefined ? "text" : body.type;
  if (typeof type !== "string" || !(type in mediaKeys || otherTypes.includes(type))) throw errorOf(100, 400, `Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got "${String(type)}".`);
  for (const key of Object.keys(body)) if (!envelope.includes(key) && key !== type) throw unexpected(key, "messages");
  if (body.recipient_type !== undefined && body.recipient_type !== "individual") throw invalid("recipient_type must be individual");
  if (body.to === undefined && body.recipient === undefined) throw required("to");
  if (body.to !== undefined && (typeof body.to !== "string" || !/^\+?\d{7,15}$/.test(body.to))) throw invalid("Recipient is not a valid WhatsApp phone number");
  if (body.to === undefined && (typeof body.recipient !== "string" || !/^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/.test(body.recipient))) throw invalid("Recipient is not a valid business-scoped user ID");
  if (body.context !== undefined && typeof object(body.context).message_id !== "string") throw required("context['message_id']");
  if (body.biz_opaque_callback_data !== undefined && String(body.biz_opaque_callback_data).length > 512) throw tooLong("biz_opaque_callback_data", 512);

  const part = object(body[type]);
  if (body[type] === undefined) throw required(type);
  if (type in mediaKeys) checkMedia(type, part, phoneNumberId, world);
  if (type === "text") {
    if (typeof part.body !== "string" || part.body === "") throw required("text['body']");
    if (part.body.length > 4096) throw tooLong("text['body']", 4096);
    for (const key of Object.keys(part)) if (!["body", "preview_url"].includes(key)) throw unexpected(key, "text");
  }
  if (type === "reaction") {
    if (typeof part.message_id !== "string") throw required("reaction['message_id']");
    if (typeof part.emoji !== "string") throw required("reaction['emoji']");
    if (!world.entries.has(part.message_id)) throw invalid("The message to react to was not found");
  }
  if (type === "location" && (part.latitude === undefined || part.longitude === undefined)) throw required("location['latitude']");
  if (type === "template" && typeof part.name !== "string") throw required("template['name']");
  return { ...body, type };
}

function checkMedia(type: string, part: Record<string, unknown>, phoneNumberId: string, world: World): void {
  for (const key of Object.keys(part)) if (!mediaKeys[type]!.includes(key)) throw unexpected(key, type);
  if ((part.id === undefined) === (part.link === undefined)) throw required(`${type}['id']`);
  if (part.id !== undefined && world.media.get(String(part.id))?.phoneNumberId !== phoneNumberId) throw invalid(`Media ID ${String(part.id)} was not found`);
  if (part.link !== undefined && !/^https?:\/\//.test(String(part.link))) throw invalid("Media link is not a valid URL");
  if (typeof part.caption === "string" && part.caption.length > 1024) throw tooLong(`${type}['caption']`, 1024);
}

const accepted: Record<string, [maxBytes: number, types: RegExp]> = {
  image: [5 << 20, /^image\/(jpeg|png)$/], audio: [16 << 20, /^audio\/(aac|mp4|mpeg|amr|ogg|opus)/], video: [16 << 20, /^video\/(mp4|3gpp)$/],
  sticker: [500 << 10, /^image\/webp$/], document: [100 << 20, /./],
};

/** What Meta finds out only after it accepted: the error code of the later `failed` status. */
export function laterFailure(body: SendBody, world: World): number | undefined {
  const rule = accepted[body.type];
  const media = world.media.get(String(object(body[body.type]).id));
  if (!rule || !media) return undefined;
  return media.bytes.length <= rule[0] && rule[1].test(media.contentType) ? undefined : 131053;
}

/** The upload's own list. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media */
export const uploadable = new Set([
  "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus", "application/vnd.ms-powerpoint", "application/msword", "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/pdf", "text/plain", "image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp",
]);
