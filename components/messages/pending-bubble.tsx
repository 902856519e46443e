"use client";

import { CircleAlert, File, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";
import { Progress } from "#components/ui/progress.tsx";
import { bubbleClass } from "./bubble-class.ts";
import { DeliveryTick } from "./delivery-tick.tsx";
import { keepPlace, leavesFocusInThread } from "./keep-place.ts";
import type { PendingMessage } from "./outbox.ts";
import { RichText } from "./rich-text.tsx";

type PendingBubbleProps = {
  pending: PendingMessage;
  onRetry: () => void;
  /** Its text goes back to the composer. */
  onEdit: () => void;
  onDiscard: () => void;
};

/** A message of one's own on its way, or one that did not get away. */
export function PendingBubble({ pending, onRetry, onEdit, onDiscard }: PendingBubbleProps) {
  const t = useTranslations("messages");
  const te = useTranslations("errors");
  const format = useFormat();
  const failed = pending.state === "failed";
  const uploading = !failed && pending.attachments.some((each) => each.progress < 1);
  function takeBack(then: () => void) {
    for (const each of pending.attachments) each.cancel();
    then();
  }
  return (
    <div data-pending={pending.clientId} className="mt-1 flex flex-col items-end gap-1">
      <div className={`max-w-[min(34rem,78%)] max-md:max-w-[86%] ${failed ? "" : "opacity-80"} ${bubbleClass(pending.private ? "note" : "out", true, true)}`}>
        {pending.private ? <span className="mb-0.5 flex items-center gap-1 text-xs font-semibold text-note-text"><Lock aria-hidden className="size-3" />{t("note")}</span> : null}
        {pending.attachments.map((each) => (
          <span key={each.key} className="block">
            <span className="flex items-center gap-1.5 text-sm"><File aria-hidden className="size-3.5 shrink-0 text-ink-faint" /><span className="truncate">{each.name}</span><span className="ml-auto shrink-0 text-xs text-ink-faint">{format.size(each.size)}</span></span>
            {!failed && each.progress < 1 ? <Progress value={each.progress} label={t("uploading", { name: each.name })} className="my-1 min-w-48" /> : null}
          </span>
        ))}
        {pending.content ? <RichText text={pending.content} /> : null}
        <span className="flex justify-end"><DeliveryTick status={failed ? "failed" : "sending"} /></span>
      </div>
      {uploading ? (
        <p className="text-right text-xs text-ink-faint">
          <button type="button" ref={leavesFocusInThread} onClick={() => takeBack(pending.content ? onEdit : onDiscard)} className="underline underline-offset-2 max-md:min-h-11">{t("cancelSending")}</button>
        </p>
      ) : null}
      {failed ? (
        <p role="alert" className="max-w-full break-words text-right text-xs text-bad-text">
          <CircleAlert aria-hidden className="mr-1 inline size-3.5 align-[-0.2em]" />
          {t("notSent", { reason: te.has(pending.error ?? "") ? te(pending.error!) : te("internal") })}
          <span className="ml-2 inline-flex gap-2 whitespace-nowrap max-md:flex max-md:justify-end max-md:*:min-h-11 *:underline *:underline-offset-2">
            <button type="button" onClick={(event) => { keepPlace(event, "[role=log]"); onRetry(); }} className="font-semibold">{t("tryAgain")}</button>
            {pending.attachments.length ? null : <button type="button" onClick={onEdit}>{t("editUnsent")}</button>}
            <button type="button" onClick={(event) => { keepPlace(event, "[role=log]"); takeBack(onDiscard); }}>{t("discard")}</button>
          </span>
        </p>
      ) : null}
    </div>
  );
}
