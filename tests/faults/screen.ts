import { io, type Socket } from "socket.io-client";
import { type Agent, ask } from "./agents.ts";

type Event = { seq: number; name: string; message?: { id: string } };

/** A dashboard that stays open through everything: live events, and what it missed asked for by sequence. */
export class Screen {
  readonly messages = new Map<string, number>();
  last = 0;
  catchUps = 0;
  outOfOrder = 0;
  #agent: Agent;
  #socket: Socket;
  #asking: Promise<void> | undefined;
  /** Live events that came while the missed ones were being asked for. */
  #waiting: Event[] = [];

  constructor(agent: Agent) {
    this.#agent = agent;
    this.#socket = io(agent.url, { transports: ["websocket"], auth: { accountId: agent.accountId, token: agent.token }, reconnectionDelay: 100, reconnectionDelayMax: 500 });
    this.#socket.on("connect", () => void this.catchUp());
    this.#socket.on("events", (events: Event[]) => (this.#asking ? this.#waiting.push(...events) : this.#take(events)));
    this.#socket.on("head", ({ seq }: { seq: number }) => void (seq > this.last && this.catchUp()));
  }

  /** Asks until there is nothing left; a failed request is made again. */
  catchUp(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
      this.#take(this.#waiting.splice(0));
    });
    return this.#asking;
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #ask(): Promise<void> {
    this.catchUps++;
    for (;;) {
      const missed = await ask(this.#agent, "GET", `${this.#agent.url}/api/accounts/${this.#agent.accountId}/events?after=${this.last}`).catch(() => null);
      if (missed?.tooFar && (await this.#readAll(missed.head).then(() => true, () => false))) return;
      if (missed && !missed.tooFar) {
        this.#take(missed.events);
        this.last = Math.max(this.last, missed.head);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Too much was missed: everything anew, as the dashboard does. */
  async #readAll(head: number): Promise<void> {
    const base = `${this.#agent.url}/api/accounts/${this.#agent.accountId}`;
    const { items } = await ask(this.#agent, "GET", `${base}/conversations?limit=100`);
    for (const { id } of items) {
      for (let after: number | null = 0; after !== null;) {
        const page: { items: { id: string }[]; newer: number | null } = await ask(this.#agent, "GET", `${base}/conversations/${id}/messages?after=${after}&limit=100`);
        for (const message of page.items) this.messages.set(message.id, this.messages.get(message.id) ?? 0);
        after = page.newer;
      }
    }
    this.last = Math.max(this.last, head);
  }

  #take(events: Event[]): void {
    for (const event of events) {
      if (event.seq <= this.last) {
        continue;
      }
      this.last = event.seq;
      if (event.name === "message.created" && event.message) this.messages.set(event.message.id, (this.messages.get(event.message.id) ?? 0) + 1);
    }
  }
}
