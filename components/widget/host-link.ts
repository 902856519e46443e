import type { FrameMessage, HostMessage, HostUser } from "./frame-protocol.ts";

/** The loader names its page's origin in the fragment; where the browser knows better, it must agree. */
const hostOrigin = location.hash.slice(1);
const embedder = location.ancestorOrigins?.[0];
const trusted = window.parent !== window && /^https?:\/\//.test(hostOrigin) && (!embedder || embedder === hostOrigin);

/** The frame's end of the line to the page around it. */
export const hostLink = {
  tell(message: FrameMessage): void {
    if (trusted) window.parent.postMessage(message, hostOrigin);
  },
  listen(handle: (message: HostMessage) => void): void {
    addEventListener("message", (event) => {
      if (!trusted || event.source !== window.parent || event.origin !== hostOrigin) return;
      if (typeof event.data?.balcao === "string") handle(event.data as HostMessage);
    });
  },
};

/** What a page passed as user, as text and of bearable length: pages pass numbers, nulls and whole objects. */
export function cleanUser(user: unknown): HostUser | undefined {
  if (typeof user !== "object" || user === null) return undefined;
  const cleaned: HostUser = {};
  for (const [key, longest] of [["identifier", 256], ["identifierHash", 128], ["name", 120], ["email", 254], ["phone", 32]] as const) {
    const value = (user as Record<string, unknown>)[key];
    if (typeof value === "string" || typeof value === "number") cleaned[key] = String(value).trim().slice(0, longest);
    if (!cleaned[key]) delete cleaned[key];
  }
  return cleaned;
}
