import { randomBytes } from "node:crypto";

/** Everything the fake Graph API remembers: in memory, gone with the process. */
export type BusinessNumber = {
  phoneNumberId: string;
  displayPhoneNumber: string;
  businessAccountId: string;
  accessToken: string;
  appSecret: string;
  verifyToken: string;
  webhookUrl: string;
  verifiedName: string;
  /** Pauses before each tick, in milliseconds. */
  ticks: { sentMs: number; deliveredMs: number; readMs: number };
  /** Refuse free text more than 24 hours after the person last wrote (131047), as Meta does. */
  enforceWindow: boolean;
};

/** A customer. Without `waId` it is somebody with a user name who hides the phone. */
export type Person = { id: string; waId?: string; userId: string; name: string; username?: string; online: boolean; reads: boolean };

export type StoredMedia = { id: string; phoneNumberId: string; contentType: string; filename?: string; bytes: Buffer; sha256: string };

/** One bubble of a chat, as the customer's phone shows it. */
export type Entry = {
  id: string;
  phoneNumberId: string;
  personId: string;
  from: "person" | "business";
  type: string;
  text: string;
  mediaId?: string;
  filename?: string;
  contentType?: string;
  location?: { latitude: number; longitude: number; name?: string; address?: string };
  replyTo?: string;
  reactions: { person?: string; business?: string };
  at: number;
  /** Of the business's messages: the ticks. Of the person's: "read" when an agent has read it. */
  status: "accepted" | "sent" | "delivered" | "read" | "failed";
  error?: { code: number; title: string };
  revoked?: boolean;
  edited?: boolean;
  callbackData?: string;
};

/** A planned misfortune: the next `times` matching calls meet it. */
export type Failure = {
  on: "messages" | "media" | "download" | "number" | "any";
  phoneNumberId?: string;
  /** Only calls to this recipient. */
  to?: string;
  /** Meta's error code; with `later` the message is accepted and fails by webhook. */
  code?: number;
  later?: boolean;
  status?: number;
  message?: string;
  retryAfter?: number;
  delayMs?: number;
  /** Break the connection before or after the call took effect. */
  drop?: "before" | "after";
  /** Answer with a gateway's HTML page instead of JSON. */
  html?: boolean;
  times: number;
};

export type SeenRequest = { at: number; method: string; path: string; headers: Record<string, string>; body: unknown };
export type Delivery = { at: number; url: string; attempt: number; status: number | null; error?: string; body: string };
export type WorldEvent = { kind: "entry"; entry: Entry } | { kind: "person"; person: Person } | { kind: "number"; phoneNumberId: string } | { kind: "typing"; phoneNumberId: string; personId: string };

export class World {
  readonly numbers = new Map<string, BusinessNumber>();
  readonly people = new Map<string, Person>();
  readonly entries = new Map<string, Entry>();
  readonly media = new Map<string, StoredMedia>();
  readonly requests: SeenRequest[] = [];
  readonly deliveries: Delivery[] = [];
  failures: Failure[] = [];
  private readonly listeners = new Set<(event: WorldEvent) => void>();

  listen(listener: (event: WorldEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  tell(event: WorldEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** The person behind a phone number or a user id; made on first sight, as any phone may be written to. */
  person(address: string): Person {
    const known = [...this.people.values()].find((person) => person.waId === address || person.userId === address || person.id === address);
    if (known) return known;
    const isPhone = /^\d+$/.test(address);
    return this.addPerson({ name: isPhone ? `+${address}` : address, waId: isPhone ? address : undefined, userId: isPhone ? undefined : address });
  }

  addPerson(input: { name: string; waId?: string; userId?: string; username?: string }): Person {
    const userId = input.userId ?? `BR.${digits(18)}`;
    const person: Person = { id: input.waId ?? userId, waId: input.waId, userId, name: input.name, username: input.username, online: true, reads: true };
    this.people.set(person.id, person);
    this.tell({ kind: "person", person });
    return person;
  }

  addEntry(entry: Entry): Entry {
    this.entries.set(entry.id, entry);
    this.tell({ kind: "entry", entry });
    return entry;
  }

  chat(phoneNumberId: string, personId: string): Entry[] {
    return [...this.entries.values()].filter((entry) => entry.phoneNumberId === phoneNumberId && entry.personId === personId);
  }

  /** The misfortune planned for this call, if any; each counts once per call. */
  takeFailure(on: Failure["on"], phoneNumberId: string | undefined, to?: string): Failure | undefined {
    const failure = this.failures.find((planned) =>
      (planned.on === "any" || planned.on === on) && (!planned.phoneNumberId || planned.phoneNumberId === phoneNumberId) && (!planned.to || planned.to === to));
    if (failure && --failure.times <= 0) this.failures = this.failures.filter((planned) => planned !== failure);
    return failure;
  }
}

/** Message ids look like Meta's: base64 of what nobody should read. */
export const newMessageId = () => `wamid.HBgN${randomBytes(27).toString("base64")}`;
export const digits = (length: number) => Array.from(randomBytes(length), (byte) => (byte % 9) + 1).join("");
