"use client";

import { Download, File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { AttachmentView } from "#lib/api-client/views.ts";

const iconsByType: [RegExp, typeof File][] = [
  [/^image\//, FileImage], [/^audio\//, FileAudio], [/^video\//, FileVideo], [/sheet|excel|csv/, FileSpreadsheet], [/zip|rar|tar|7z/, FileArchive], [/pdf|word|text|document|rtf/, FileText],
];

/** A file as a card: name, size, and the way to it; or that it is on its way, or did not come. */
export function AttachmentFile({ attachment }: { attachment: AttachmentView }) {
  const t = useTranslations("messages");
  const format = useFormat();
  const Icon = iconsByType.find(([pattern]) => pattern.test(attachment.contentType))?.[1] ?? File;
  const detail = attachment.state === "pending" ? t("filePending") : attachment.state === "failed" ? t("fileFailed") : attachment.size === null ? "" : format.size(attachment.size);
  const inside = (
    <>
      <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text">{attachment.state === "pending" ? <Spinner /> : <Icon className="size-4.5" />}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium text-ink">{attachment.filename}</span>
        <span className={`block text-xs ${attachment.state === "failed" ? "text-bad-text" : "text-ink-faint"}`}>{detail}</span>
      </span>
    </>
  );
  const look = "flex w-72 max-w-full items-center gap-2.5 rounded-lg border border-line bg-surface p-2 text-left";
  if (attachment.state !== "ready" || !attachment.url) return <div className={look}>{inside}</div>;
  return (
    <a href={attachment.url} download={attachment.filename} target="_blank" rel="noopener" aria-label={t("download", { name: attachment.filename })} className={`${look} hover:bg-hover`}>
      {inside}
      <Download aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </a>
  );
}
