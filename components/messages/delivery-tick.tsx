"use client";

import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DeliveryStatus } from "#lib/api-client/views.ts";

/** How far a message of ours has come. */
export function DeliveryTick({ status }: { status: DeliveryStatus | "sending" }) {
  const t = useTranslations("messages");
  const label = t(`delivery.${status}`);
  const look = "inline size-3.5 shrink-0";
  const mark = {
    sending: <Clock aria-hidden className={`${look} text-ink-faint`} />,
    queued: <Clock aria-hidden className={`${look} text-ink-faint`} />,
    sent: <Check aria-hidden className={`${look} text-ink-faint`} />,
    delivered: <CheckCheck aria-hidden className={`${look} text-ink-faint`} />,
    read: <CheckCheck aria-hidden className={`${look} text-accent-text`} />,
    failed: <CircleAlert aria-hidden className={`${look} text-bad-text`} />,
  }[status];
  return <span title={label} data-status={status} className="inline-flex shrink-0">{mark}<span className="sr-only">{label}</span></span>;
}
