import { createHmac } from "node:crypto";
import type { BusinessNumber, Entry, Person, World } from "./world.ts";

/** Meta goes on for days; this gives up after some minutes. */
const pausesMs = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000];

/** Posts webhooks to the registered addresses, signed over the exact bytes, and again until they answer 200. */
export class WebhookPost {
  private readonly world: World;
  private readonly timers = new Set<NodeJS.Timeout>();
  private closed = false;

  constructor(world: World) {
    this.world = world;
  }

  /** One change of field `messages` (or another) in Meta's envelope. */
  async change(number: BusinessNumber, value: object, field = "messages"): Promise<void> {
    const metadata = { display_phone_number: number.displayPhoneNumber.replace(/\D/g, ""), phone_number_id: number.phoneNumberId };
    await this.raw(number, { object: "whatsapp_business_account", entry: [{ id: number.businessAccountId, changes: [{ value: { messaging_product: "whatsapp", metadata, ...value }, field }] }] });
  }

  /** Any body, signed. @returns the status of the first try, null when nobody answered */
  async raw(number: BusinessNumber, body: unknown): Promise<number | null> {
    return this.post(number, metaJson(body), 1);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async post(number: BusinessNumber, body: string, attempt: number): Promise<number | null> {
    const signature = createHmac("sha256", number.appSecret).update(body).digest("hex");
    let status: number | null = null;
    let error: string | undefined;
    try {
      const response = await fetch(number.webhookUrl, {
        method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(10_000),
        headers: { "content-type": "application/json", "user-agent": "facebookexternalua", "x-hub-signature-256": `sha256=${signature}` },
      });
      status = response.status;
      await response.arrayBuffer();
    } catch (caught) {
      error = String(caught);
    }
    this.world.deliveries.push({ at: Date.now(), url: number.webhookUrl, attempt, status, ...(error && { error }), body });
    if (this.world.deliveries.length > 5_000) this.world.deliveries.splice(0, 1_000);
    const pause = pausesMs[attempt - 1];
    if (status !== 200 && pause !== undefined && !this.closed) {
      const timer = setTimeout(() => { this.timers.delete(timer); void this.post(number, body, attempt + 1); }, pause);
      this.timers.add(timer);
    }
    return status;
  }
}

/** Meta escapes slashes and everything beyond ASCII: a signature over re-serialised JSON must not fit. */
export function metaJson(body: unknown): string {
  return JSON.stringify(body).replaceAll("/", "\\/").replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export const contactsOf = (person: Person) => [{
  profile: { name: person.name, ...(person.username && { username: person.username }) }, ...(person.waId && { wa_id: person.waId }), user_id: person.userId,
}];

/** The value of a `statuses` webhook for one tick. */
export function statusValue(entry: Entry, person: Person): object {
  const failed = entry.status === "failed" && entry.error;
  return {
    contacts: contactsOf(person),
    statuses: [{
      id: entry.id, status: entry.status, timestamp: String(Math.floor(Date.now() / 1000)),
      ...(person.waId && { recipient_id: person.waId }), recipient_user_id: person.userId,
      ...(entry.callbackData && { biz_opaque_callback_data: entry.callbackData }),
      ...(failed ? { errors: [{ code: failed.code, title: failed.title, message: failed.title, error_data: { details: failed.title }, href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/" }] }
        : { pricing: { billable: true, pricing_model: "PMP", type: "regular", category: "service" } }),
    }],
  };
}
