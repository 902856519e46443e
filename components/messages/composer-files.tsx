"use client";

import { File, RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#components/hooks/use-format.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { FileProblem } from "./check-files.ts";
import { maxFileBytes, maxFiles } from "./check-files.ts";
import type { ComposerFile } from "./use-uploads.ts";

type ComposerFilesProps = {
  files: readonly ComposerFile[];
  problems: readonly FileProblem[];
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
  onDismiss: () => void;
};

/** The files that will go along, how far each upload is, and what was wrong with those that will not. */
export function ComposerFiles({ files, problems, onRemove, onRetry, onDismiss }: ComposerFilesProps) {
  const t = useTranslations("messages");
  const format = useFormat();
  if (!files.length && !problems.length) return null;
  return (
    <div className="grid max-h-[40dvh] gap-2 overflow-y-auto px-3 pt-2">
      {problems.length ? (
        <Alert tone="bad">
          {problems.map((problem, index) => <p key={index} className="break-words text-sm">{t(`fileProblem.${problem.reason}`, { name: problem.name, files: maxFiles, size: format.size(maxFileBytes * 1.048576) })}</p>)}
          <button type="button" onClick={onDismiss} className="text-sm font-medium underline underline-offset-2">{t("understood")}</button>
        </Alert>
      ) : null}
      {files.length ? (
        <ul aria-label={t("files", { count: files.length })} className="flex max-h-[min(10rem,20dvh)] flex-wrap gap-2 overflow-y-auto">
          {files.map((each) => (
            <li key={each.key} className="relative flex w-48 items-center gap-2 overflow-hidden rounded-lg border border-line bg-surface p-1.5 max-md:w-full">
              {each.previewUrl ? <img src={each.previewUrl} alt="" className="size-9 rounded-md object-cover" /> : <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-ink-faint"><File className="size-4" /></span>}
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm text-ink">{each.file.name}</span>
                <span className={`block truncate text-xs ${each.state === "failed" ? "text-bad-text" : "text-ink-faint"}`}>{each.error ?? format.size(each.file.size)}</span>
              </span>
              {each.state === "failed" ? <button type="button" aria-label={t("uploadAgain", { name: each.file.name })} onClick={() => onRetry(each.key)} className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink max-md:size-11"><RotateCw aria-hidden className="size-3.5" /></button> : null}
              <button type="button" aria-label={t(each.state === "uploading" ? "cancelUpload" : "removeFile", { name: each.file.name })} onClick={() => onRemove(each.key)} className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink max-md:size-11"><X aria-hidden className="size-3.5" /></button>
              {each.state === "uploading" ? <Progress value={each.progress} label={t("uploading", { name: each.file.name })} className="absolute inset-x-0 bottom-0 !h-0.5 !rounded-none" /> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
