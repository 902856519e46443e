import type { ChannelAdapter, ChannelType } from "./adapter.ts";
import { apiAdapter } from "./api/adapter.ts";
import { whatsappAdapter } from "./whatsapp/adapter.ts";
import { widgetAdapter } from "./widget/adapter.ts";

/** All channels. */
const adapters: Record<ChannelType, ChannelAdapter> = {
  widget: widgetAdapter,
  whatsapp: whatsappAdapter,
  api: apiAdapter,
};

export function adapterOf(type: ChannelType): ChannelAdapter {
  return adapters[type];
}
