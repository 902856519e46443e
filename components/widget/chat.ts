import type { MessagePage, ReadMarks, VisitorAttachment, WidgetMessage } from "#lib/visitors/schemas.ts";
import { chatState } from "./chat-state.ts";
import { Failure } from "./failure.ts";
import type { HostUser } from "./frame-protocol.ts";
import { hostLink } from "./host-link.ts";
import { liveLink } from "./live-link.ts";
import { keepOutbox, type OutboxEntry } from "./outbox.ts";
import { say } from "./say.ts";
import { tabLink } from "./tab-link.ts";
import { comparePlaces, newestPlace, withMessages } from "./timeline.ts";
import { visitorStorage } from "./visitor-storage.ts";
import { widgetApi } from "./widget-api.ts";

let page: { url: string; title: string } | undefined;
let user: HostUser | undefined;
let typingTimer: ReturnType<typeof setTimeout> | undefined;
let pumping = false;
let attending = false;

const isNew = (message: WidgetMessage) => {
  const newest = chatState.get().history.at(-1);
  return !newest || comparePlaces(message.place, newest.place) > 0;
};

function takeMarks(marks: ReadMarks | null): void {
  const known = chatState.get().marks;
  if (!marks) return;
  if (known?.conversationId !== marks.conversationId) chatState.set({ marks });
  else
    chatState.set({
      marks: {
        conversationId: marks.conversationId,
        contactSeenSeq: Math.max(known.contactSeenSeq, marks.contactSeenSeq),
        agentSeenSeq: Math.max(known.agentSeenSeq, marks.agentSeenSeq),
      },
    });
}

function setUnread(unread: number): void {
  if (unread !== chatState.get().unread) chatState.set({ unread });
  hostLink.tell({ balcao: "unread", count: unread });
}

/** A message that came by socket, by another tab or by asking. */
function arrive(message: WidgetMessage): void {
  const fresh = isNew(message);
  chatState.set({
    history: withMessages(chatState.get().history, [message]),
    outbox: chatState.get().outbox.filter((entry) => entry.clientId !== message.clientId),
  });
  keepOutbox(chatState.get().outbox);
  if (!fresh) return;
  const { marks } = chatState.get();
  // The first message makes this browser somebody: the socket has to hear their news from now on.
  if (!marks) liveLink.renew();
  if (marks?.conversationId !== message.conversationId) takeMarks({ conversationId: message.conversationId, contactSeenSeq: 0, agentSeenSeq: 0 });
  if (message.type !== "outgoing") return;
  chatState.set({ typing: null });
  if (attending) markRead();
  else setUnread(chatState.get().unread + 1);
  hostLink.tell({ balcao: "message", text: message.content ?? "", sender: message.senderName ?? say("message.agent") });
}

function takePage(page: MessagePage): void {
  for (const message of page.items) arrive(message);
  takeMarks(page.marks);
}

/** `thorough` looks at the newest page again, where messages may have been edited or deleted meanwhile. */
async function catchUp(thorough: boolean): Promise<void> {
  if (!chatState.get().historyLoaded) {
    if (chatState.get().shown) await loadHistory();
    return;
  }
  // Who has not written has nothing to catch up on.
  if (!chatState.get().marks) return;
  let after = newestPlace(chatState.get().history);
  const page = await widgetApi.messages(thorough || !after ? {} : { after });
  const oldest = page.items[0];
  const gap = thorough && after && oldest && page.older && isNew(oldest);
  if (!gap) takePage(page);
  let newer = gap ? after : page.newer;
  while (newer) {
    const next = await widgetApi.messages({ after: newer });
    takePage(next);
    newer = next.newer;
  }
  resume();
}

async function loadHistory(): Promise<void> {
  const page = await widgetApi.messages();
  chatState.set({ history: withMessages(chatState.get().history, page.items), older: page.older, historyLoaded: true });
  takeMarks(page.marks);
  const arrived = new Set(page.items.map((message) => message.clientId));
  chatState.set({ outbox: chatState.get().outbox.filter((entry) => !arrived.has(entry.clientId)) });
  if (attending) markRead();
}

/** Introduces the visitor to the server; no row is made there before the first message. */
async function start(): Promise<void> {
  chatState.set({ phase: chatState.get().phase === "ready" ? "ready" : "starting", refusal: null });
  try {
    const before = visitorStorage.get("token");
    const session = await widgetApi.startSession({ identity: user });
    const another = session.visitorToken !== before;
    if (another) visitorStorage.set("token", session.visitorToken);
    chatState.set({
      ...(another && { history: [], older: null, marks: null }),
      phase: "ready",
      contact: session.contact,
      online: session.online,
      historyLoaded: !session.marks || (chatState.get().historyLoaded && !another),
    });
    takeMarks(session.marks);
    setUnread(session.unreadCount);
    hostLink.tell({ balcao: "visitor", known: session.marks !== null });
    if (chatState.get().shown && !chatState.get().historyLoaded) await loadHistory();
    if (session.marks || chatState.get().shown) followLive();
    pump();
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure("server");
    if (failure.code === "unauthenticated" && visitorStorage.get("token")) {
      visitorStorage.set("token", null);
      return start();
    }
    chatState.set({ phase: "refused", refusal: failure.sentence, refusalPasses: failure.passing });
    if (failure.passing) setTimeout(() => chatState.get().phase === "refused" && start(), 10_000);
  }
}

function followLive(): void {
  void liveLink.start(
    {
      message: (message) => {
        arrive(message);
        tabLink.tell({ kind: "message", message });
      },
      "message-updated": arrive,
      typing: ({ on, name }) => {
        clearTimeout(typingTimer);
        chatState.set({ typing: on ? (name ?? "") : null });
        if (on) typingTimer = setTimeout(() => chatState.set({ typing: null }), 6_000);
      },
      read: takeMarks,
      online: ({ online }) => chatState.set({ online }),
    },
    catchUp,
  );
}

/** Sends what waits, one after the other, so that order holds. */
async function pump(): Promise<void> {
  if (pumping || chatState.get().phase !== "ready") return;
  pumping = true;
  try {
    for (let entry = nextToSend(); entry; entry = nextToSend()) {
      const { clientId, content, attachments } = entry;
      try {
        const message = await widgetApi.send({ clientId, content, attachmentIds: attachments.map((file) => file.id), page, identity: user });
        arrive(message);
        tabLink.tell({ kind: "message", message });
        hostLink.tell({ balcao: "visitor", known: true });
        followLive();
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure("server");
        changeOutbox((waiting) => (waiting.clientId === clientId ? { ...waiting, failure: failure.sentence, passing: failure.passing } : waiting));
        if (failure.retryAfterSeconds) setTimeout(resume, failure.retryAfterSeconds * 1_000);
        if (failure.passing) break;
      }
    }
  } finally {
    pumping = false;
  }
}

const nextToSend = (): OutboxEntry | undefined => chatState.get().outbox.find((entry) => !entry.failure);

function changeOutbox(change: (entry: OutboxEntry) => OutboxEntry | null): void {
  chatState.set({ outbox: chatState.get().outbox.map(change).filter((entry) => entry !== null) });
  keepOutbox(chatState.get().outbox);
}

/** The connection is back, or the visitor asks: what failed for passing reasons goes again. */
function resume(): void {
  if (!chatState.get().outbox.some((entry) => entry.failure && entry.passing)) return;
  changeOutbox((entry) => (entry.passing ? { ...entry, failure: undefined } : entry));
  void pump();
}

function markRead(): void {
  const { history, marks } = chatState.get();
  const newest = history.findLast((message) => message.type === "outgoing");
  if (!newest) return;
  const { conversationId, place } = newest;
  if (chatState.get().unread) setUnread(0);
  if (marks?.conversationId === conversationId && marks.contactSeenSeq >= place[1]) return;
  takeMarks({ conversationId, contactSeenSeq: place[1], agentSeenSeq: 0 });
  tabLink.tell({ kind: "read", marks: chatState.get().marks! });
  widgetApi.read(conversationId, place[1]).catch(() => undefined);
}

/** Everything that a visitor, or the page around the chat, can do. */
export const chat = {
  start: (from: { url: string; title: string; user?: HostUser | undefined }): Promise<void> => {
    page = { url: from.url.slice(0, 2048), title: from.title.slice(0, 300) };
    user = from.user;
    addEventListener("online", resume);
    tabLink.listen((message) => {
      if (message.kind === "message") arrive(message.message);
      if (message.kind === "read") {
        takeMarks(message.marks);
        setUnread(0);
      }
      if (message.kind === "visitor") location.reload();
    });
    return start();
  },

  restart: start,

  show(phone: boolean): void {
    chatState.set({ shown: true, phone });
    if (chatState.get().phase !== "ready") return;
    if (!chatState.get().historyLoaded) loadHistory().catch(() => setTimeout(() => catchUp(true).catch(() => undefined), 2_000));
    followLive();
  },

  hide: (): void => chatState.set({ shown: false }),

  identify(next: HostUser): Promise<void> {
    user = next;
    return start().then(() => liveLink.renew());
  },

  /** The person at this browser left: nothing of theirs stays. */
  reset(): void {
    visitorStorage.clear();
    tabLink.tell({ kind: "visitor" });
    hostLink.tell({ balcao: "visitor", known: false });
    hostLink.tell({ balcao: "unread", count: 0 });
    location.reload();
  },

  send(content: string, attachments: VisitorAttachment[]): void {
    liveLink.typing(false);
    const entry: OutboxEntry = { clientId: newId(), content, attachments, at: Date.now() };
    chatState.set({ outbox: [...chatState.get().outbox, entry] });
    keepOutbox(chatState.get().outbox);
    void pump();
  },

  retry(clientId: string): void {
    changeOutbox((entry) => (entry.clientId === clientId || entry.passing ? { ...entry, failure: undefined } : entry));
    void pump();
  },

  discard: (clientId: string): void => changeOutbox((entry) => (entry.clientId === clientId ? null : entry)),

  async loadOlder(): Promise<void> {
    const { older, olderState } = chatState.get();
    if (!older || olderState === "loading") return;
    chatState.set({ olderState: "loading" });
    try {
      const page = await widgetApi.messages({ before: older });
      chatState.set({ history: withMessages(chatState.get().history, page.items), older: page.older, olderState: "idle" });
    } catch {
      chatState.set({ olderState: "failed" });
    }
  },

  /** Whether the visitor has the newest messages before their eyes now. */
  attend(now: boolean): void {
    attending = now;
    if (now) markRead();
  },

  typing: (on: boolean): void => {
    if (!on || chatState.get().marks) liveLink.typing(on);
  },

  async saveContact(input: { name?: string; email?: string }): Promise<void> {
    chatState.set({ contact: await widgetApi.saveContact(input) });
  },
};

/** A random UUID, also on pages without TLS, where `crypto.randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
