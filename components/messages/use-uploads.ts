"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { ApiError } from "#lib/api-client/api-error.ts";
import { type Upload, upload } from "#lib/api-client/upload.ts";
import type { AttachmentView } from "#lib/api-client/views.ts";
import { checkFiles, type FileProblem } from "./check-files.ts";
import { noteProgress } from "./outbox.ts";

export type ComposerFile = {
  key: string;
  file: File;
  previewUrl: string | null;
  /** 0 to 1. */
  progress: number;
  state: "uploading" | "ready" | "failed";
  error: string | null;
  /** The file as the server has it. Asked again after a failure, it is sent again. */
  uploaded: () => Promise<AttachmentView>;
  cancel: () => void;
};

let counter = 0;

/** The files of a message being written: checked, then uploaded at once, so that sending need not wait. */
export function useUploads() {
  const t = useTranslations("errors");
  const accountId = useAccountId();
  const [files, setFiles] = useState<readonly ComposerFile[]>([]);
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const current = useRef(files);
  current.current = files;
  const change = useCallback((key: string, part: Partial<ComposerFile>) => setFiles((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each))), []);

  const begin = useCallback((file: File): ComposerFile => {
    const key = `file ${(counter += 1)}`;
    let sending: Upload;
    const tell = (progress: number) => { change(key, { progress }); noteProgress(key, progress); };
    const start = () => {
      sending = upload(accountId, file, tell);
      return sending.done.then((stored) => { tell(1); return stored; });
    };
    const done = start();
    done.then(
      () => change(key, { state: "ready" }),
      (error: unknown) => change(key, { state: "failed", error: t(error instanceof ApiError ? error.code : "internal") }),
    );
    return { key, file, previewUrl: file.type.startsWith("image/") ? URL.createObjectURL(file) : null, progress: 0, state: "uploading", error: null, uploaded: againAfterFailure(done, start), cancel: () => sending.cancel() };
  }, [accountId, change, t]);

  const add = useCallback((chosen: Iterable<File>) => {
    const { accepted, problems: found } = checkFiles([...chosen], current.current.length);
    const begun = accepted.map(begin);
    // Already counted for a second drop before the next drawing.
    current.current = [...current.current, ...begun];
    setFiles((now) => [...now, ...begun]);
    setProblems(found);
  }, [begin]);

  const remove = useCallback((key: string) => {
    const gone = current.current.find((each) => each.key === key);
    if (gone?.state === "uploading") gone.cancel();
    forgetPreview(gone);
    setFiles((now) => now.filter((each) => each.key !== key));
    setProblems([]);
  }, []);

  const retry = useCallback((key: string) => {
    const failed = current.current.find((each) => each.key === key);
    if (!failed) return;
    forgetPreview(failed);
    const begun = begin(failed.file);
    setFiles((now) => now.map((each) => (each.key === key ? begun : each)));
  }, [begin]);
  /** Hands the files over to a message that is leaving. */
  const take = useCallback(() => { current.current.forEach(forgetPreview); setFiles([]); setProblems([]); }, []);
  return { files, problems, add, remove, retry, take, dismissProblems: () => setProblems([]) };
}

function forgetPreview(file: ComposerFile | undefined): void {
  if (file?.previewUrl) URL.revokeObjectURL(file.previewUrl);
}

function againAfterFailure<Value>(first: Promise<Value>, begin: () => Promise<Value>): () => Promise<Value> {
  let current: Promise<Value> | null;
  const take = (promise: Promise<Value>) => {
    current = promise;
    promise.catch(() => { current = null; });
    return promise;
  };
  take(first);
  return () => current ?? take(begin());
}
