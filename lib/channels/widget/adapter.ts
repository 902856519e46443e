import { ChannelError, type ChannelAdapter } from "../adapter.ts";
import { widgetConfig, type WidgetConfig } from "./config.ts";

/**
 * The chat on websites. It has no provider: the visitor's frame talks to /api/widget, and what agents write is there for
 * the frame the moment it is stored (`delivery: "pushed"`, lib/realtime/widget-namespace.ts).
 */
export const widgetAdapter: ChannelAdapter<WidgetConfig> = {
  type: "widget",
  config: widgetConfig,
  secrets: ["hmacSecret"],
  shownToAdministrators: ["hmacSecret"],
  capabilities: {
    delivery: "pushed",
    idempotentSend: true,
    maxTextLength: 10_000,
    attachmentsPerMessage: 10,
    captions: true,
    replies: true,
    reactions: false,
    mediaDays: 0, contactAddress: "none",
  },
  send: () => Promise.reject(new ChannelError("rejected", "pushed", "Messages of the website chat are not sent: the visitor's browser fetches them.")),
  check: async (config) => ({
    summary: config.allowedDomains.length ? `Allowed on ${config.allowedDomains.join(", ")}.` : "Allowed on every site: name your domains to keep it to them.",
  }),
};
