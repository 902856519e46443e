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

/** The channels on which a contact's address is a phone number that the provider vouches for. */
export function phoneChannels(): ChannelType[] {
  return Object.values(adapters).filter((adapter) => adapter.capabilities.contactAddress === "phone").map((adapter) => adapter.type);
}

export function adapterOf(type: ChannelType): ChannelAdapter {
  return adapters[type];
}
