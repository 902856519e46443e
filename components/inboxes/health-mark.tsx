"use client";

import { CircleCheck, CircleDashed, Clock, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import type { InboxView } from "#lib/api-client/views.ts";

const looks = { ok: ["good", CircleCheck], unauthorised: ["bad", Unplug], throttled: ["warn", Clock], unknown: ["neutral", CircleDashed] } as const;

/** Whether an inbox works, by colour, shape and word. */
export function HealthMark({ health }: { health: InboxView["health"] }) {
  const t = useTranslations("inboxes");
  const [tone, Icon] = looks[health.state];
  return <Badge tone={tone}><Icon aria-hidden />{t(`health.${health.state}`)}</Badge>;
}
