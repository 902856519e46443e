import type { AttachmentKind, InboundAttachment, InboundEvent, InboundMessage, MessageExtras } from "../adapter.ts";
import { parseSystem } from "./parse-identity.ts";
import { readContact } from "./read-contact.ts";
import { number, record, records, text, time, type Json } from "./webhook-json.ts";

type Content = Pick<InboundMessage, "content" | "attachments" | "extras">;

/** One of `messages[]`, or of `message_echoes[]` (what the business wrote in its phone app, about the person it wrote to). */
export function parseMessage(message: Json, value: Json, echo: boolean): InboundEvent {
  const type = text(message.type) ?? typeByContent(message);
  if (type === "system" && !echo) return parseSystem(message, value);
  const ids = echo ? { waId: text(message.to), userId: text(message.to_user_id) } : { waId: text(message.from), userId: text(message.from_user_id) };
  const from = readContact(ids, value);
  const externalId = text(message.id);
  const sentAt = time(message.timestamp);

  const target = text(record(message[type]).original_message_id);
  if (type === "revoke" && target) return { kind: "revoke", targetExternalId: target, sentAt };
  if (type === "edit" && target) {
    const edited = record(record(message.edit).message);
    return { kind: "edit", targetExternalId: target, content: readContent(edited, text(edited.type) ?? typeByContent(edited)).content, sentAt };
  }
  if (!from || !externalId) return { kind: "notice", name: `${type} message without ${from ? "id" : "sender"}` };
  const reactionTo = text(record(message.reaction).message_id);
  if (type === "reaction" && reactionTo) {
    if (echo) return { kind: "notice", name: "reaction from the phone app" };
    return { kind: "reaction", targetExternalId: reactionTo, emoji: text(record(message.reaction).emoji) ?? "", from, sentAt };
  }

  const context = record(message.context);
  // A group is not the private conversation with its writer: shown as what it is, never answered there by mistake.
  const { content, attachments, extras } = text(message.group_id) ? unsupported("group", message) : readContent(message, type);
  const allExtras = { ...readContext(message, context), ...extras };
  const product = record(context.referred_product);
  return {
    kind: "message", externalId, from, content, sentAt,
    ...(echo && { echo }),
    ...(attachments && { attachments }),
    // The context of a product question names no message of ours.
    ...(text(context.id) && !text(product.product_retailer_id) && { replyToExternalId: text(context.id) }),
    ...(Object.keys(allExtras).length > 0 && { extras: allExtras }),
  };
}

/** Some samples leave `type` out: then the known key that is there. */
const typeByContent = (message: Json) => Object.keys(readers).find((key) => message[key] !== undefined) ?? "missing";

const readers: Record<string, (part: Json, message: Json) => Content | undefined> = {
  text: (part) => (text(part.body) === undefined ? undefined : { content: text(part.body)! }),
  image: (part) => media("image", part),
  video: (part) => media("video", part),
  audio: (part) => media("audio", part),
  document: (part) => media("document", part),
  sticker: (part) => media("sticker", part),
  location: (part) => {
    const [latitude, longitude] = [number(part.latitude), number(part.longitude)];
    if (latitude === undefined || longitude === undefined) return undefined;
    return { content: "", extras: { location: defined({ latitude, longitude, name: text(part.name), address: text(part.address), url: text(part.url) }) } };
  },
  contacts: (_, message) => {
    const contacts = records(message.contacts).map((card) => ({
      name: text(record(card.name).formatted_name) ?? text(record(card.name).first_name) ?? "",
      phones: records(card.phones).map((phone) => text(phone.phone) ?? text(phone.wa_id)).filter((phone) => phone !== undefined),
      emails: records(card.emails).map((email) => text(email.email)).filter((email) => email !== undefined),
    }));
    return contacts.length > 0 ? { content: "", extras: { contacts } } : undefined;
  },
  button: (part) => {
    const title = text(part.text) ?? text(part.payload);
    return title === undefined ? undefined : { content: title, extras: { choice: defined({ id: text(part.payload), title }) } };
  },
  interactive: (part) => {
    if (part.type === "nfm_reply") return formAnswer(record(part.nfm_reply));
    if (part.type !== "button_reply" && part.type !== "list_reply") return undefined;
    const reply = record(part[part.type]);
    const title = text(reply.title) ?? text(reply.id);
    return title === undefined ? undefined : { content: title, extras: { choice: defined({ id: text(reply.id), title, description: text(reply.description) }) } };
  },
  order: (part) => {
    const items = records(part.product_items).map((item) => defined({
      productId: text(item.product_retailer_id) ?? "", quantity: number(item.quantity) ?? 1, price: number(item.item_price), currency: text(item.currency),
    }));
    return { content: text(part.text) ?? "", extras: { order: defined({ items, text: text(part.text) }) } };
  },
};

function readContent(message: Json, type: string): Content {
  const content = Object.hasOwn(readers, type) ? readers[type]!(record(message[type]), message) : undefined;
  return content ?? unsupported(type === "unsupported" ? (text(record(message.unsupported).type) ?? "unknown") : type, message);
}

const unsupported = (type: string, raw: unknown): Content => ({ content: "", extras: { unsupported: { type, raw } } });

function media(kind: AttachmentKind, part: Json): Content | undefined {
  const reference = defined({ id: text(part.id), url: text(part.url) });
  if (!reference.id && !reference.url) return undefined;
  const attachment: InboundAttachment = defined({
    media: reference, kind, filename: text(part.filename), contentType: text(part.mime_type), sha256: text(part.sha256), ...(part.voice === true && { voice: true }),
  });
  return { content: text(part.caption) ?? "", attachments: [attachment] };
}

/** A WhatsApp Flow, filled in. */
function formAnswer(reply: Json): Content {
  const source = text(reply.response_json) ?? "";
  let form: Json;
  try {
    form = record(JSON.parse(source));
  } catch {
    form = { response_json: source };
  }
  const title = text(reply.body) ?? text(reply.name) ?? "";
  return { content: title, extras: { choice: { title, form } } };
}

function readContext(message: Json, context: Json): MessageExtras {
  const referral = record(message.referral);
  const product = record(context.referred_product);
  const productId = text(product.product_retailer_id);
  return {
    ...((context.forwarded === true || context.frequently_forwarded === true) && { forwarded: true }),
    ...(productId && { product: defined({ catalogId: text(product.catalog_id), productId }) }),
    ...(Object.keys(referral).length > 0 && {
      referral: defined({
        sourceUrl: text(referral.source_url), headline: text(referral.headline), body: text(referral.body),
        imageUrl: text(referral.image_url) ?? text(referral.thumbnail_url),
      }),
    }),
  };
}

/** Without the keys that are absent, so that what is stored and compared holds only what came. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
