import { z } from "zod";
import type { Call, Reply } from "./graph-api.ts";
import { act, storeMedia, type Act } from "./people-acts.ts";
import type { Ticks } from "./ticks.ts";
import type { WebhookPost } from "./webhooks.ts";
import type { BusinessNumber, Failure, World } from "./world.ts";

const numberInput = z.object({
  phoneNumberId: z.string().min(1), displayPhoneNumber: z.string().default("+55 11 4000-0000"), businessAccountId: z.string().default("100000000000001"),
  accessToken: z.string().min(1), appSecret: z.string().min(1), verifyToken: z.string().default(""), webhookUrl: z.url(), verifiedName: z.string().default("Loja de demonstração"),
  ticks: z.object({ sentMs: z.number().default(150), deliveredMs: z.number().default(350), readMs: z.number().default(1_500) }).prefault({}),
  enforceWindow: z.boolean().default(false),
});
const phone = z.string().transform((value) => value.replace(/\D/g, "")).pipe(z.string().min(8).max(15));
const personInput = z.object({ name: z.string().trim().min(1).max(120), phone: phone.optional(), username: z.string().optional(), userId: z.string().optional() });
const personChange = z.object({ name: z.string().min(1).optional(), online: z.boolean().optional(), reads: z.boolean().optional() });
const failureInput = z.object({
  on: z.enum(["messages", "media", "download", "number", "any"]).default("messages"), phoneNumberId: z.string().optional(), to: z.string().optional(), code: z.number().optional(),
  later: z.boolean().optional(), status: z.number().optional(), message: z.string().optional(), retryAfter: z.number().optional(), delayMs: z.number().optional(),
  drop: z.enum(["before", "after"]).optional(), html: z.boolean().optional(), times: z.number().default(1),
});
const target = z.string().min(1);
const actInput = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1), replyTo: target.optional() }),
  z.object({ type: z.literal("location"), latitude: z.number(), longitude: z.number(), name: z.string().optional(), address: z.string().optional(), replyTo: target.optional() }),
  z.object({ type: z.literal("media"), kind: z.enum(["image", "audio", "video", "document", "sticker"]), mediaId: target, caption: z.string().optional(), voice: z.boolean().optional(), replyTo: target.optional() }),
  z.object({ type: z.literal("reaction"), targetId: target, emoji: z.string() }),
  z.object({ type: z.literal("edit"), targetId: target, text: z.string().min(1) }),
  z.object({ type: z.literal("revoke"), targetId: target }),
  z.object({ type: z.literal("button"), targetId: target.optional(), payload: z.string(), title: z.string() }),
  z.object({ type: z.literal("raw"), message: z.record(z.string(), z.unknown()) }),
]);

const ok = (body: object): Reply => ({ status: 200, body });
const missing: Reply = { status: 404, body: { error: "There is nothing here." } };
const secretsHidden = ({ accessToken: _a, appSecret: _s, ...number }: BusinessNumber) => number;

/** The remote control: register numbers, play customers, plan failures, look at what came and went. All under /fake/. */
export async function controlApi(call: Call, world: World, webhooks: WebhookPost, ticks: Ticks): Promise<Reply | undefined> {
  const [, , what, id, edge] = call.url.pathname.split("/").map(decodeURIComponent);
  const asked = `${call.method} ${what}${id === undefined ? "" : "/:id"}${edge === undefined ? "" : `/${edge}`}`;
  const json = (): unknown => JSON.parse(call.body.toString() || "{}");
  const person = id === undefined ? undefined : world.people.get(id);
  try {
    switch (asked) {
      case "POST numbers": return await register(world, numberInput.parse(json()));
      case "GET numbers": return ok({ items: [...world.numbers.values()].map(secretsHidden) });
      case "POST people": {
        const input = personInput.parse(json());
        const known = [...world.people.values()].find((other) => (input.phone && other.waId === input.phone) || (input.userId && other.userId === input.userId));
        if (known) return ok(Object.assign(known, { name: input.name }));
        return ok(world.addPerson({ name: input.name, waId: input.phone, username: input.username, userId: input.userId }));
      }
      case "GET people": return ok({ items: [...world.people.values()] });
      case "PATCH people/:id": {
        if (!person) return missing;
        Object.assign(person, personChange.parse(json()));
        world.tell({ kind: "person", person });
        ticks.scheduleAll(person.id);
        return ok(person);
      }
      case "POST people/:id/messages": {
        const number = world.numbers.get(call.url.searchParams.get("phoneNumberId") ?? "") ?? [...world.numbers.values()][0];
        if (!person || !number) return missing;
        const entry = await act(world, webhooks, number, person, actInput.parse(json()) as Act, call.base);
        return ok({ entry: entry ?? null });
      }
      case "POST media": {
        const number = world.numbers.get(call.url.searchParams.get("phoneNumberId") ?? "");
        if (!number) return missing;
        const contentType = call.headers["content-type"] ?? "application/octet-stream";
        const media = storeMedia(world, { phoneNumberId: number.phoneNumberId, contentType, filename: call.url.searchParams.get("filename") ?? undefined, bytes: call.body });
        return ok({ id: media.id, contentType });
      }
      case "GET media/:id": {
        const media = world.media.get(id ?? "");
        return media ? { status: 200, bytes: media.bytes, headers: { "content-type": media.contentType, "x-content-type-options": "nosniff", "content-security-policy": "sandbox" } } : missing;
      }
      case "GET chats/:id": {
        const entries = [...world.entries.values()].filter((entry) => entry.phoneNumberId === id && (!call.url.searchParams.get("personId") || entry.personId === call.url.searchParams.get("personId")));
        return ok({ items: entries });
      }
      case "POST failures": return ok({ planned: world.failures.push(failureInput.parse(json()) as Failure) });
      case "DELETE failures": world.failures = []; return ok({});
      case "GET requests": return ok({ items: world.requests });
      case "DELETE requests": world.requests.length = 0; return ok({});
      case "GET deliveries": return ok({ items: world.deliveries });
      case "POST webhooks": {
        const { phoneNumberId, body, times } = z.object({ phoneNumberId: z.string(), body: z.unknown(), times: z.number().max(100).default(1) }).parse(json());
        const number = world.numbers.get(phoneNumberId);
        if (!number) return missing;
        const statuses = [];
        for (let time = 0; time < times; time++) statuses.push(await webhooks.raw(number, body));
        return ok({ statuses });
      }
      default: return undefined;
    }
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 422, body: { error: z.prettifyError(error) } };
    if (error instanceof SyntaxError) return { status: 400, body: { error: "This is not JSON." } };
    throw error;
  }
}

/** As Meta does when a webhook address is saved, the address is asked to repeat a challenge first. */
async function register(world: World, number: BusinessNumber): Promise<Reply> {
  world.numbers.set(number.phoneNumberId, number);
  world.tell({ kind: "number", phoneNumberId: number.phoneNumberId });
  const challenge = String(Math.floor(Math.random() * 1e9));
  const query = new URLSearchParams({ "hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": number.verifyToken });
  const handshake = await fetch(`${number.webhookUrl}?${query}`, { signal: AbortSignal.timeout(5_000), redirect: "manual" })
    .then(async (response) => ({ ok: response.status === 200 && (await response.text()) === challenge, status: response.status as number | null }))
    .catch(() => ({ ok: false, status: null }));
  return ok({ number: secretsHidden(number), handshake });
}
