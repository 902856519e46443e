import { titleOf } from "./graph-errors.ts";
import { statusValue, type WebhookPost } from "./webhooks.ts";
import type { Entry, Person, World } from "./world.ts";

/** Moves the business's messages along: sent, delivered once the person is online, read once the person reads. */
export class Ticks {
  private readonly world: World;
  private readonly webhooks: WebhookPost;
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(world: World, webhooks: WebhookPost) {
    this.world = world;
    this.webhooks = webhooks;
  }

  /** Plans the next tick of this message, if there is one for now. */
  schedule(entry: Entry): void {
    const number = this.world.numbers.get(entry.phoneNumberId);
    const person = this.world.people.get(entry.personId);
    if (!number || !person || entry.from !== "business" || this.timers.has(entry.id)) return;
    const next = nextTick(entry, person);
    if (!next) return;
    const timer = setTimeout(() => {
      this.timers.delete(entry.id);
      // The person may have gone offline meanwhile.
      if (nextTick(entry, person) === next) this.reach(entry, next);
      this.schedule(entry);
    }, number.ticks[`${next}Ms`]);
    this.timers.set(entry.id, timer);
  }

  /** After the person came online or began to read. */
  scheduleAll(personId: string): void {
    for (const entry of this.world.entries.values()) if (entry.personId === personId) this.schedule(entry);
  }

  fail(entry: Entry, code: number): void {
    entry.error = { code, title: titleOf(code) };
    this.reach(entry, "failed");
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private reach(entry: Entry, status: Entry["status"]): void {
    entry.status = status;
    this.world.tell({ kind: "entry", entry });
    void this.webhooks.change(this.world.numbers.get(entry.phoneNumberId)!, statusValue(entry, this.world.people.get(entry.personId)!));
  }
}

function nextTick(entry: Entry, person: Person): "sent" | "delivered" | "read" | undefined {
  if (entry.status === "accepted") return "sent";
  if (entry.status === "sent" && person.online) return "delivered";
  if (entry.status === "delivered" && person.reads && person.online) return "read";
  return undefined;
}
