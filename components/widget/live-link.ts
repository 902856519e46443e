import { boot } from "./boot.ts";
import { chatState } from "./chat-state.ts";
import type { LiveEvents, openSocket } from "./live-socket.ts";
import { visitorStorage } from "./visitor-storage.ts";

const pollMs = 5_000;
/** While the chat is closed only the badge waits for news. */
const idlePollMs = 30_000;
const patienceMs = 3_000;

let socket: ReturnType<typeof openSocket> | undefined;
let started = false;
let lastPollAt = 0;
let typingUntil = 0;

/**
 * News from the server: by socket, and by asking every few seconds for as long as there is none. `catchUp` fetches what
 * was missed; it runs at every (re)connection.
 */
export const liveLink = {
  async start(events: Omit<LiveEvents, "connect" | "disconnect">, catchUp: (thorough: boolean) => Promise<void>): Promise<void> {
    if (started) return;
    started = true;
    const lost = () => chatState.get().link === "live" && chatState.set({ link: "polling", typing: null });

    setInterval(() => {
      const { link, shown } = chatState.get();
      if (link === "live" || document.hidden || Date.now() - lastPollAt < (shown ? pollMs : idlePollMs)) return;
      lastPollAt = Date.now();
      catchUp(false).then(
        () => chatState.get().link !== "live" && chatState.set({ link: "polling" }),
        () => chatState.get().link !== "live" && chatState.set({ link: "broken" }),
      );
    }, 1_000);
    // The first seconds belong to the socket.
    lastPollAt = Date.now() + patienceMs - pollMs;

    const { openSocket } = await import("./live-socket.ts");
    socket = openSocket(() => ({ inboxToken: boot.inboxToken, visitorToken: visitorStorage.get("token") ?? "" }), {
      ...events,
      connect: () => {
        chatState.set({ link: "live" });
        catchUp(true).catch(() => undefined);
      },
      disconnect: lost,
    });
  },

  /** The visitor is another now: the socket introduces itself anew. */
  renew(): void {
    socket?.renew();
  },

  /** Said at most every three seconds while typing goes on, and once when it ends. */
  typing(on: boolean): void {
    if (!on && !typingUntil) return;
    if (on && Date.now() < typingUntil) return;
    typingUntil = on ? Date.now() + 3_000 : 0;
    socket?.typing(on);
  },
};
