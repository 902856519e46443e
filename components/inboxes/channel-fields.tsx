"use client";

import type { ChannelType } from "#lib/api-client/views.ts";
import { ApiFields } from "./api-fields.tsx";
import type { DraftForm } from "./channel-draft.ts";
import { WhatsappFields } from "./whatsapp-fields.tsx";
import { WidgetFields } from "./widget-fields.tsx";

/** The settings of one kind of channel. `isNew`: only what is needed to begin. */
export function ChannelFields({ type, form, isNew }: { type: ChannelType; form: DraftForm; isNew: boolean }) {
  if (type === "widget") return <WidgetFields form={form} isNew={isNew} />;
  return type === "whatsapp" ? <WhatsappFields form={form} isNew={isNew} /> : <ApiFields form={form} />;
}
