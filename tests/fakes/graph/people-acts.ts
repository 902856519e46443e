import { createHash, randomBytes } from "node:crypto";
import { contactsOf, type WebhookPost } from "./webhooks.ts";
import { digits, newMessageId, type BusinessNumber, type Entry, type Person, type StoredMedia, type World } from "./world.ts";

/** What a customer does in the app; `raw` puts any message body of Meta's in, for types this page has no button for. */
export type Act =
  | { type: "text"; text: string; replyTo?: string }
  | { type: "location"; latitude: number; longitude: number; name?: string; address?: string; replyTo?: string }
  | { type: "media"; kind: "image" | "audio" | "video" | "document" | "sticker"; mediaId: string; caption?: string; voice?: boolean; replyTo?: string }
  | { type: "reaction"; targetId: string; emoji: string }
  | { type: "edit"; targetId: string; text: string }
  | { type: "revoke"; targetId: string }
  | { type: "button"; targetId?: string; payload: string; title: string }
  | { type: "raw"; message: Record<string, unknown> };

export function storeMedia(world: World, input: { phoneNumberId: string; contentType: string; filename?: string; bytes: Buffer }): StoredMedia {
  const media = { ...input, id: digits(16), sha256: createHash("sha256").update(input.bytes).digest("base64") };
  world.media.set(media.id, media);
  return media;
}

/** Addresses live five minutes and want the token, as Meta's. */
export function mediaUrl(base: string, media: StoredMedia, seconds = 300): string {
  return `${base}/whatsapp_business/attachments/?mid=${media.id}&ext=${Math.floor(Date.now() / 1000) + seconds}&hash=${randomBytes(12).toString("base64url")}`;
}

/** Notes the act in the chat and tells the business by webhook. */
export async function act(world: World, webhooks: WebhookPost, number: BusinessNumber, person: Person, input: Act, base: string): Promise<Entry | undefined> {
  const id = newMessageId();
  const target = "targetId" in input && input.targetId ? world.entries.get(input.targetId) : undefined;
  const entry = note(world, id, number, person, input, target);
  const message = {
    ...("replyTo" in input && input.replyTo && { context: { from: number.displayPhoneNumber.replace(/\D/g, ""), id: input.replyTo } }),
    ...(person.waId && { from: person.waId }), from_user_id: person.userId, id, timestamp: String(Math.floor(Date.now() / 1000)), ...content(world, input, base),
  };
  await webhooks.change(number, { contacts: contactsOf(person), messages: [message] });
  return entry;
}

function content(world: World, input: Act, base: string): object {
  switch (input.type) {
    case "text": return { type: "text", text: { body: input.text } };
    case "location": return { type: "location", location: { latitude: input.latitude, longitude: input.longitude, name: input.name, address: input.address } };
    case "reaction": return { type: "reaction", reaction: { message_id: input.targetId, ...(input.emoji && { emoji: input.emoji }) } };
    case "edit": return { type: "edit", edit: { original_message_id: input.targetId, message: { type: "text", text: { body: input.text } } } };
    case "revoke": return { type: "revoke", revoke: { original_message_id: input.targetId } };
    case "button": return { type: "button", button: { payload: input.payload, text: input.title }, ...(input.targetId && { context: { id: input.targetId } }) };
    case "raw": return input.message;
    case "media": {
      const media = world.media.get(input.mediaId)!;
      return {
        type: input.kind,
        [input.kind]: {
          ...(input.caption && { caption: input.caption }), ...(input.kind === "document" && { filename: media.filename }), mime_type: media.contentType,
          sha256: media.sha256, id: media.id, url: mediaUrl(base, media), ...(input.kind === "audio" && { voice: input.voice ?? false }), ...(input.kind === "sticker" && { animated: false }),
        },
      };
    }
  }
}

function note(world: World, id: string, number: BusinessNumber, person: Person, input: Act, target: Entry | undefined): Entry | undefined {
  if (input.type === "reaction" || input.type === "edit" || input.type === "revoke") {
    if (!target) return undefined;
    if (input.type === "reaction") target.reactions.person = input.emoji || undefined;
    if (input.type === "edit") Object.assign(target, { text: input.text, edited: true });
    if (input.type === "revoke") target.revoked = true;
    world.tell({ kind: "entry", entry: target });
    return target;
  }
  const media = input.type === "media" ? world.media.get(input.mediaId) : undefined;
  const words = input.type === "text" ? input.text : input.type === "media" ? (input.caption ?? "") : input.type === "button" ? input.title : "";
  return world.addEntry({
    id, phoneNumberId: number.phoneNumberId, personId: person.id, from: "person", at: Date.now(), status: "sent", reactions: {},
    type: input.type === "media" ? input.kind : input.type === "raw" ? String(input.message.type ?? "raw") : input.type, text: words,
    ...("replyTo" in input && { replyTo: input.replyTo }), ...(media && { mediaId: media.id, filename: media.filename, contentType: media.contentType }),
    ...(input.type === "location" && { location: { latitude: input.latitude, longitude: input.longitude, name: input.name, address: input.address } }),
  });
}
