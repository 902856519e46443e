import { errorOf, GraphFailure, invalid, noObject, noToken, required } from "./graph-errors.ts";
import { checkSend, laterFailure, uploadable, type SendBody } from "./message-rules.ts";
import { mediaUrl, storeMedia } from "./people-acts.ts";
import type { Ticks } from "./ticks.ts";
import { newMessageId, type BusinessNumber, type Entry, type Failure, type World } from "./world.ts";

export type Call = { method: string; url: URL; headers: Record<string, string>; body: Buffer; base: string };
export type Reply = { status: number; body?: unknown; bytes?: Buffer; headers?: Record<string, string>; drop?: boolean };

const windowMs = 24 * 3600_000;

/** The part of graph.facebook.com that the adapter uses, in the published shapes. Undefined: not a Graph path. */
export async function graphApi(call: Call, world: World, ticks: Ticks): Promise<Reply | undefined> {
  const path = call.url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, "");
  const [, id = "", edge] = path.split("/");
  if (id === "whatsapp_business") return download(call, world);
  if (!/^[\w.-]+$/.test(id)) return undefined;
  try {
    const number = authorised(call, id, world);
    if (edge === "messages" && call.method === "POST") return await withFailure(call, world, "messages", id, () => messages(call, number, world, ticks));
    if (edge === "media" && call.method === "POST") return await withFailure(call, world, "media", id, () => upload(call, number, world));
    if (edge === "phone_numbers" && call.method === "GET") return ok({ data: numbersOf(world, id).map(describe), paging: { cursors: { before: "a", after: "z" } } });
    if (edge === "subscribed_apps") return subscribedApps(call, id, world);
    if (edge === undefined && world.numbers.has(id) && call.method === "GET") return await withFailure(call, world, "number", id, () => ok(describe(number)));
    const media = world.media.get(id);
    if (edge === undefined && media && call.method === "GET") {
      const asked = call.url.searchParams.get("phone_number_id");
      if (asked && asked !== media.phoneNumberId) throw noObject(call.method, id);
      return ok({ messaging_product: "whatsapp", url: mediaUrl(call.base, media), mime_type: media.contentType, sha256: Buffer.from(media.sha256, "base64").toString("hex"), file_size: media.bytes.length, id });
    }
    throw noObject(call.method, id);
  } catch (error) {
    if (error instanceof GraphFailure) return { status: error.status, body: error.body() };
    throw error;
  }
}

const ok = (body: object): Reply => ({ status: 200, body });
const token = (call: Call) => /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
const numbersOf = (world: World, businessAccountId: string) => [...world.numbers.values()].filter((number) => number.businessAccountId === businessAccountId);

/** The number that this token may act for, by the id in the path (number, account or file). @throws GraphFailure */
function authorised(call: Call, id: string, world: World): BusinessNumber {
  const given = token(call);
  const mine = [...world.numbers.values()].filter((number) => number.accessToken === given);
  if (!given || mine.length === 0) throw noToken();
  const number = mine.find((candidate) => candidate.phoneNumberId === id || candidate.businessAccountId === id || candidate.phoneNumberId === world.media.get(id)?.phoneNumberId);
  if (!number) throw noObject(call.method, id);
  return number;
}

async function withFailure(call: Call, world: World, on: Failure["on"], phoneNumberId: string, carryOut: (failure?: Failure) => Reply | Promise<Reply>): Promise<Reply> {
  const body = on === "messages" ? parse(call.body) : {};
  const failure = world.takeFailure(on, phoneNumberId, String(body.to ?? body.recipient ?? ""));
  if (failure?.delayMs) await new Promise((resolve) => setTimeout(resolve, failure.delayMs));
  if (failure?.drop === "before") return { status: 0, drop: true };
  if (failure?.html) return { status: failure.status ?? 502, bytes: Buffer.from("<html><body>Bad Gateway</body></html>"), headers: { "content-type": "text/html" } };
  if (failure?.code !== undefined && !failure.later) {
    const error = errorOf(failure.code, failure.status, failure.message);
    return { status: error.status, body: error.body(), headers: failure.retryAfter === undefined ? {} : { "retry-after": String(failure.retryAfter) } };
  }
  // The recipe of laterFailure travels with the message.
  if (failure?.later && failure.code !== undefined) call.headers["x-fake-later"] = String(failure.code);
  const reply = await carryOut(failure);
  return failure?.drop === "after" ? { ...reply, drop: true } : reply;
}

function parse(raw: Buffer): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(raw.toString());
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function messages(call: Call, number: BusinessNumber, world: World, ticks: Ticks): Reply {
  const body = parse(call.body);
  if (body.status === "read") return markRead(body, number, world);
  const send = checkSend(body, number.phoneNumberId, world);
  const address = String(send.to ?? send.recipient).replace(/^\+/, "");
  const person = world.person(address);
  const part = send[send.type] as Record<string, string | undefined>;
  const reply = ok({
    messaging_product: "whatsapp",
    contacts: [{ input: String(send.to ?? send.recipient), ...(send.to ? { wa_id: person.waId ?? address } : { user_id: person.userId }) }],
    messages: [{ id: newMessageId() }],
  });
  const id = (reply.body as { messages: { id: string }[] }).messages[0]!.id;

  if (send.type === "reaction") {
    const target = world.entries.get(part.message_id!)!;
    target.reactions.business = part.emoji || undefined;
    world.tell({ kind: "entry", entry: target });
    return reply;
  }
  const entry = world.addEntry(entryOf(id, send, part, number, person.id, world));
  const code = failsLater(call, send, entry, number, world);
  if (code === undefined) ticks.schedule(entry);
  else setTimeout(() => ticks.fail(entry, code), number.ticks.sentMs);
  return reply;
}

function entryOf(id: string, send: SendBody, part: Record<string, string | undefined>, number: BusinessNumber, personId: string, world: World): Entry {
  const media = world.media.get(part.id ?? "");
  const context = send.context as { message_id?: string } | undefined;
  return {
    id, phoneNumberId: number.phoneNumberId, personId, from: "business", type: send.type, text: part.body ?? part.caption ?? (send.type === "template" ? `[${part.name}]` : ""),
    at: Date.now(), status: "accepted", reactions: {}, ...(context?.message_id && { replyTo: context.message_id }),
    ...(media && { mediaId: media.id, contentType: media.contentType }), ...((part.filename ?? media?.filename) && { filename: part.filename ?? media?.filename }),
    ...(send.biz_opaque_callback_data !== undefined && { callbackData: String(send.biz_opaque_callback_data) }),
  };
}

function failsLater(call: Call, send: SendBody, entry: Entry, number: BusinessNumber, world: World): number | undefined {
  if (call.headers["x-fake-later"]) return Number(call.headers["x-fake-later"]);
  if (number.enforceWindow && send.type !== "template") {
    const lastWord = world.chat(entry.phoneNumberId, entry.personId).findLast((earlier) => earlier.from === "person");
    if (!lastWord || Date.now() - lastWord.at > windowMs) return 131047;
  }
  return laterFailure(send, world);
}

/** Marks this message and all before it; with `typing_indicator` the person sees somebody type. */
function markRead(body: Record<string, unknown>, number: BusinessNumber, world: World): Reply {
  if (body.messaging_product !== "whatsapp") throw required("messaging_product");
  const target = world.entries.get(String(body.message_id ?? ""));
  if (!target || target.phoneNumberId !== number.phoneNumberId || target.from !== "person") throw invalid("The message_id was not found");
  for (const entry of world.chat(number.phoneNumberId, target.personId)) {
    if (entry.from !== "person" || entry.at > target.at || entry.status === "read") continue;
    entry.status = "read";
    world.tell({ kind: "entry", entry });
  }
  if (body.typing_indicator) world.tell({ kind: "typing", phoneNumberId: number.phoneNumberId, personId: target.personId });
  return ok({ success: true });
}

async function upload(call: Call, number: BusinessNumber, world: World): Promise<Reply> {
  const form = await new Response(new Uint8Array(call.body), { headers: { "content-type": call.headers["content-type"] ?? "" } }).formData().catch(() => new FormData());
  if (form.get("messaging_product") !== "whatsapp") throw required("messaging_product");
  const file = form.get("file");
  if (!(file instanceof File)) throw required("file");
  const contentType = file.type.split(";")[0]!.trim().toLowerCase();
  if (!uploadable.has(contentType)) throw errorOf(100, 400, `Param file must be a file with one of the following types: ${[...uploadable].join(", ")}. Received file of type '${contentType}'.`);
  if (file.size > 100 << 20) throw errorOf(100, 400, "Param file is larger than 100 MB.");
  const media = storeMedia(world, { phoneNumberId: number.phoneNumberId, contentType: file.type, filename: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
  return ok({ id: media.id });
}

function download(call: Call, world: World): Reply {
  const media = world.media.get(call.url.searchParams.get("mid") ?? "");
  const failure = world.takeFailure("download", media?.phoneNumberId);
  if (failure) return { status: failure.status ?? 500, bytes: Buffer.alloc(0), drop: failure.drop !== undefined };
  const isOwner = media && world.numbers.get(media.phoneNumberId)?.accessToken === token(call);
  const alive = Number(call.url.searchParams.get("ext")) * 1000 > Date.now();
  if (!media || !isOwner || !alive) return { status: alive ? 401 : 404, bytes: Buffer.from("Not found"), headers: { "content-type": "text/plain" } };
  return { status: 200, bytes: media.bytes, headers: { "content-type": media.contentType } };
}

function subscribedApps(call: Call, id: string, world: World): Reply {
  const application = { whatsapp_business_api_data: { id: "670843887433847", link: "https://www.facebook.com/games/?app_id=670843887433847", name: "Fake app" } };
  if (call.method === "GET") return ok({ data: [application] });
  const override = parse(call.body).override_callback_uri;
  if (call.method === "POST" && typeof override === "string") for (const number of numbersOf(world, id)) number.webhookUrl = override;
  return ok({ success: true });
}

const describe = (number: BusinessNumber) => ({
  verified_name: number.verifiedName, display_phone_number: number.displayPhoneNumber, quality_rating: "GREEN", code_verification_status: "VERIFIED",
  platform_type: "CLOUD_API", throughput: { level: "STANDARD" }, id: number.phoneNumberId,
});
