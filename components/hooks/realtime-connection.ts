import type { Socket } from "socket.io-client";
import { call } from "#lib/api-client/call.ts";
import { ApiError } from "#lib/api-client/api-error.ts";
import type { RealtimeEvent } from "#lib/api-client/views.ts";
import { EventFeed } from "./event-feed.ts";
import { RealtimeStore, type Typist } from "./realtime-store.ts";

type Handlers = {
  /** Facts in order, each once. */
  onEvents: (events: RealtimeEvent[]) => void;
  /** What is on screen may be old in ways that events cannot mend: read it anew. */
  onReset: () => void;
  onSignedOut: () => void;
};

/**
 * The page's one socket. It brings facts as they happen; after an outage it asks for everything after the last known
 * sequence; every heartbeat tells how far the server is, so a silent gap lasts 20 seconds at most.
 */
export class RealtimeConnection {
  readonly store = new RealtimeStore();
  readonly #accountId: number;
  readonly #handlers: Handlers;
  readonly #feed = new EventFeed();
  #socket: Socket | null = null;
  #catchingUp = false;
  /** After which event something may be missing; null: nothing is. */
  #owedAfter: number | null = null;
  #stopped = false;
  #viewing: string | null = null;

  constructor(accountId: number, handlers: Handlers) {
    this.#accountId = accountId;
    this.#handlers = handlers;
  }

  async start(): Promise<void> {
    this.#stopped = false;
    const { io } = await import("socket.io-client");
    if (this.#stopped || this.#socket) return;
    const socket = io("/", {
      transports: ["websocket"],
      auth: { accountId: this.#accountId },
      reconnectionDelay: 500,
      reconnectionDelayMax: 8000,
      randomizationFactor: 0.6,
    });
    this.#socket = socket;
    socket.on("connect", () => {
      this.store.set({ connection: "live" });
      if (this.#viewing) socket.emit("viewing", { conversationId: this.#viewing });
      if (this.#feed.position !== null) void this.#catchUp();
      // What was read before the socket stood may have missed something.
      else this.#handlers.onReset();
    });
    socket.on("disconnect", (reason) => {
      if (this.#stopped) return;
      this.store.set({ connection: "lost", typing: new Map(), viewing: new Map() });
      // A server that closes on purpose (a deploy) is not retried by itself.
      if (reason === "io server disconnect") setTimeout(() => this.#socket?.connect(), 1000);
    });
    socket.on("connect_error", (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code === "unauthenticated") this.#handlers.onSignedOut();
      else this.store.set({ connection: "lost" });
    });
    socket.on("events", (events: RealtimeEvent[]) => this.#apply(events));
    socket.on("head", ({ seq }: { seq: number }) => this.#onHead(seq));
    socket.on("typing", (typing: { conversationId: string; by: Typist; on: boolean }) => this.store.setTyping(typing.conversationId, typing.by, typing.on));
    socket.on("presence", ({ online }: { online: string[] }) => this.store.set({ online: new Set(online) }));
    socket.on("viewing", (viewing: { conversationId: string; by: Typist; on: boolean }) => this.#onViewing(viewing));
    socket.on("signed-out", () => this.#handlers.onSignedOut());
  }

  stop(): void {
    this.#stopped = true;
    this.#socket?.disconnect();
    this.#socket = null;
  }

  typing(conversationId: string, on: boolean): void {
    this.#socket?.volatile.emit("typing", { conversationId, on });
  }

  viewing(conversationId: string | null): void {
    if (this.#viewing === conversationId) return;
    this.#viewing = conversationId;
    this.#socket?.emit("viewing", { conversationId });
  }

  /** The server tells who comes and goes, not who is there already: whoever is there answers, once for each who comes. */
  #onViewing({ conversationId, by, on }: { conversationId: string; by: Typist; on: boolean }): void {
    const isNew = on && !this.store.state.viewing.get(conversationId)?.some((each) => each.id === by.id);
    this.store.setViewing(conversationId, by, on);
    if (isNew && conversationId === this.#viewing) this.#socket?.emit("viewing", { conversationId });
  }

  #apply(events: RealtimeEvent[]): void {
    const fresh = this.#feed.take(events);
    if (!fresh.length) return;
    // Whoever has just written is no longer typing.
    for (const { message } of fresh)
      if (message?.sender.id && message.sender.kind !== "system") this.store.setTyping(message.conversationId, { kind: message.sender.kind, id: message.sender.id, name: "" }, false);
    this.#handlers.onEvents(fresh);
  }

  #onHead(head: number): void {
    if (this.#feed.position === null) this.#feed.moveTo(head);
    else if (this.#feed.isBehind(head)) void this.#catchUp();
  }

  /** What comes live meanwhile moves the position on: from where the gap began is kept until it is closed. */
  async #catchUp(): Promise<void> {
    this.#owedAfter ??= this.#feed.position ?? 0;
    if (this.#catchingUp || this.#stopped) return;
    this.#catchingUp = true;
    try {
      while (this.#owedAfter !== null && !this.#stopped) {
        const after: number = this.#owedAfter;
        const { events, head, tooFar } = (await call("GET /api/accounts/{accountId}/events", { params: { accountId: this.#accountId }, query: { after } })) as { events: RealtimeEvent[]; head: number; tooFar: boolean };
        if (tooFar) this.#handlers.onReset();
        else this.#apply(events);
        this.#feed.moveTo(head);
        this.#owedAfter = tooFar || head <= after ? null : head;
      }
    } catch (error) {
      if (error instanceof ApiError && error.code === "unauthenticated") this.#handlers.onSignedOut();
      else setTimeout(() => { if (this.#owedAfter !== null) void this.#catchUp(); }, 3000);
    } finally {
      this.#catchingUp = false;
    }
  }
}
