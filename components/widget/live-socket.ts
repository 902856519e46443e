import { io } from "socket.io-client";
import type { ReadMarks, WidgetMessage } from "#lib/visitors/schemas.ts";

export type LiveEvents = {
  connect: () => void;
  disconnect: () => void;
  message: (message: WidgetMessage) => void;
  "message-updated": (message: WidgetMessage) => void;
  typing: (typing: { on: boolean; name: string | null }) => void;
  read: (marks: ReadMarks) => void;
  online: (state: { online: boolean }) => void;
};

/** Refused or thrown out by the server, the socket does not come back by itself. */
const secondTryMs = 30_000;

/** Its own file, and so its own download after the chat is drawn: the library is the heaviest part of the widget. */
export function openSocket(auth: () => { inboxToken: string; visitorToken: string }, events: LiveEvents): { typing: (on: boolean) => void; renew: () => void } {
  const socket = io("/widget", { transports: ["websocket"], auth: (give) => give(auth()), reconnectionDelayMax: 15_000, randomizationFactor: 0.5 });
  for (const [name, handle] of Object.entries(events)) socket.on(name, handle as () => void);
  const comeBack = () => !socket.active && setTimeout(() => socket.connect(), secondTryMs);
  socket.on("connect_error", () => {
    events.disconnect();
    comeBack();
  });
  socket.on("disconnect", comeBack);
  return {
    typing: (on) => socket.connected && socket.volatile.emit("typing", { on }),
    renew: () => void socket.disconnect().connect(),
  };
}
