import type { FrameMessage, HostMessage } from "./frame-protocol.ts";

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
