"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChannelType } from "#lib/api-client/views.ts";
import { ChannelTile } from "./channel-tile.tsx";

export const channelTypes: readonly ChannelType[] = ["widget", "whatsapp", "api"];

/** Which kind of channel. */
export function ChannelChoice({ onChoose }: { onChoose: (type: ChannelType) => void }) {
  const t = useTranslations("inboxes");
  return (
    <ul className="grid gap-3">
      {channelTypes.map((type) => (
        <li key={type}>
          <button type="button" onClick={() => onChoose(type)} className="flex w-full items-center gap-4 rounded-xl border border-line bg-surface p-4 text-left shadow-card hover:border-accent-line hover:bg-hover">
            <ChannelTile type={type} large />
            <span className="min-w-0 flex-1">
              <span className="block text-base font-semibold">{t(`channels.${type}`)}</span>
              <span className="mt-0.5 block text-sm text-ink-soft">{t(`channelAbout.${type}`)}</span>
            </span>
            <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
