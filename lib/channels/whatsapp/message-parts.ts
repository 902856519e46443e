import type { OutgoingAttachment, OutgoingMessage } from "../adapter.ts";
import type { Json } from "./webhook-json.ts";

const captionLimit = 1024;
const megabyte = 1024 * 1024;

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const mediaRules = {
  image: { types: ["image/jpeg", "image/png"], maxBytes: 5 * megabyte },
  audio: { types: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"], maxBytes: 16 * megabyte },
  video: { types: ["video/mp4", "video/3gpp"], maxBytes: 16 * megabyte },
  sticker: { types: ["image/webp"], maxBytes: 100 * 1024 },
} as const;

/** What the upload takes besides those; every other file goes as a document by its address. */
const uploadableDocuments = new Set([
  "text/plain", "application/pdf", "image/webp", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation", ...Object.values(mediaRules).flatMap((rule) => rule.types),
]);

export type MessagePart =
  | { type: "text"; body: string }
  | { type: "reaction"; targetExternalId: string; emoji: string }
  | { type: "image" | "audio" | "video" | "document" | "sticker"; attachment: OutgoingAttachment; upload: boolean; caption?: string };

/**
 * The WhatsApp messages that one of ours becomes, in order: one attachment each, the text as caption of the first where it may
 * stand there, else before them.
 */
export function messageParts(message: OutgoingMessage): MessagePart[] {
  if (message.reaction) return [{ type: "reaction", ...message.reaction }];
  const files = message.attachments.map((attachment) => ({ ...mediaType(attachment), attachment }));
  const first = files[0];
  const asCaption = first !== undefined && first.type !== "audio" && first.type !== "sticker" && message.content.length <= captionLimit;
  if (message.content === "") return files;
  if (asCaption) return [{ ...first, caption: message.content }, ...files.slice(1)];
  return [{ type: "text", body: message.content }, ...files];
}

function mediaType(file: OutgoingAttachment): { type: "image" | "audio" | "video" | "document" | "sticker"; upload: boolean } {
  const contentType = baseType(file);
  const rule = file.kind === "document" ? undefined : mediaRules[file.kind];
  const fits = rule !== undefined && (rule.types as readonly string[]).includes(contentType) && file.size <= rule.maxBytes;
  return { type: fits ? file.kind : "document", upload: uploadableDocuments.has(contentType) };
}

const baseType = (file: OutgoingAttachment) => file.contentType.split(";")[0]!.trim().toLowerCase();

/** The body of `POST /{phone number id}/messages` for one part. `mediaId` is what the upload answered. */
export function messageBody(message: OutgoingMessage, part: MessagePart, options: { mediaId?: string; last: boolean; first: boolean }): Json {
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient(message.to),
    type: part.type,
    [part.type]: content(part, options.mediaId),
    ...(options.first && message.replyToExternalId && part.type !== "reaction" && { context: { message_id: message.replyToExternalId } }),
    // Comes back in statuses: the last part's settles what became of a send whose end we did not see.
    ...(options.last && { biz_opaque_callback_data: message.id }),
  };
}

/** The phone exactly as it was received, else the business-scoped user id. */
function recipient(to: OutgoingMessage["to"]): Json {
  const waId = to.externalIds.find((id) => /^\d{5,20}$/.test(id));
  const userId = to.externalIds.find((id) => !/^\d{5,20}$/.test(id));
  const phone = waId ?? (userId ? undefined : to.phone?.replace(/\D/g, ""));
  return phone ? { to: phone } : { recipient: userId };
}

function content(part: MessagePart, mediaId: string | undefined): Json {
  if (part.type === "text") return { body: part.body, preview_url: /https?:\/\//.test(part.body) };
  if (part.type === "reaction") return { message_id: part.targetExternalId, emoji: part.emoji };
  const { attachment, caption } = part;
  // Meta draws a recording as a voice note only in this one format.
  const isVoice = part.type === "audio" && attachment.voice && baseType(attachment) === "audio/ogg";
  return {
    ...(mediaId ? { id: mediaId } : { link: attachment.url }),
    ...(caption && { caption }),
    ...(part.type === "document" && { filename: attachment.filename }),
    ...(isVoice && { voice: true }),
  };
}
