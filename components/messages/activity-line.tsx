"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useFormat } from "#components/hooks/use-format.ts";
import type { MessageView } from "#lib/api-client/views.ts";

/** What happened to the conversation, in the reader's language. */
export const ActivityLine = memo(function ActivityLine({ message }: { message: MessageView }) {
  const t = useTranslations("messages");
  const format = useFormat();
  const { kind, params } = message.activity ?? { kind: "", params: {} as Record<string, string> };
  const known = t.has(`activity.${kind}`);
  const by = params.byName || params.by || "";
  const text = known ? t(`activity.${kind}`, { ...params, by, hasBy: by ? "yes" : "no" }) : (message.content ?? message.extras?.system ?? t("activity.unknown"));
  return (
    <p data-message={message.id} className="mx-auto max-w-[85%] py-1 text-center text-xs text-ink-faint">
      {text}
      <time dateTime={message.sentAt} title={format.full(message.sentAt)} className="ml-1.5 tabular-nums">{format.time(message.sentAt)}</time>
    </p>
  );
});
