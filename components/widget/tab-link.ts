import type { ReadMarks, WidgetMessage } from "#lib/visitors/schemas.ts";
import { boot } from "./boot.ts";

/** What the visitor's tabs tell each other, so that one sees at once what another did. */
export type TabMessage = { kind: "message"; message: WidgetMessage } | { kind: "read"; marks: ReadMarks } | { kind: "visitor" };

const channel = "BroadcastChannel" in window ? new BroadcastChannel(`balcao:${boot.inboxToken}`) : null;

export const tabLink = {
  tell: (message: TabMessage): void => channel?.postMessage(message),
  listen(handle: (message: TabMessage) => void): void {
    if (channel) channel.onmessage = (event) => handle(event.data);
  },
};
