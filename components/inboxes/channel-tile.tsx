import { ChannelIcon } from "#components/conversations/channel-icon.tsx";
import type { ChannelType } from "#lib/api-client/views.ts";

const paints: Record<ChannelType, string> = { widget: "bg-accent-soft text-accent-text", whatsapp: "bg-good-soft text-good-text", api: "bg-note text-note-text" };

/** A channel's mark on its own colour. Decorative. */
export function ChannelTile({ type, large }: { type: ChannelType; large?: boolean }) {
  return <span aria-hidden className={`grid shrink-0 place-items-center rounded-lg ${large ? "size-11" : "size-9"} ${paints[type]}`}><ChannelIcon type={type} className={large ? "size-5" : "size-[1.1rem]"} /></span>;
}
