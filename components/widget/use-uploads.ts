import { useRef, useState } from "preact/hooks";
import type { VisitorAttachment } from "#lib/visitors/schemas.ts";
import { boot } from "./boot.ts";
import { fileSize } from "./file-size.ts";
import { Failure } from "./failure.ts";
import { say } from "./say.ts";
import { widgetApi } from "./widget-api.ts";

export type Upload = {
  key: number;
  file: File;
  /** 0–1 */
  progress: number;
  /** Of an image, for the tray. */
  previewUrl: string | null;
  done: VisitorAttachment | null;
  problem: string | null;
};

let keys = 0;

/** The files of the message being written: each uploads at once, so that sending is instant. */
export function useUploads(): {
  uploads: Upload[];
  /** A sentence about files that could not even begin. */
  problem: string | null;
  add: (files: Iterable<File>) => void;
  remove: (key: number) => void;
  retry: (key: number) => void;
  /** The finished files; the tray is empty afterwards. */
  take: () => VisitorAttachment[];
} {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef(new Map<number, AbortController>());
  const change = (key: number, changes: Partial<Upload>) => setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));

  const begin = async (key: number, file: File) => {
    const controller = new AbortController();
    running.current.set(key, controller);
    change(key, { problem: null, progress: 0 });
    try {
      change(key, { done: await widgetApi.upload(file, (progress) => change(key, { progress }), controller.signal), progress: 1 });
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure("server");
      if (failure.code !== "aborted") change(key, { problem: sentence(failure, file) });
    }
    running.current.delete(key);
  };

  return {
    uploads,
    problem,
    add(files) {
      setProblem(null);
      const room = boot.limits.files - uploads.length;
      const accepted: Upload[] = [];
      for (const file of files) {
        if (file.size > boot.limits.fileSize) setProblem(say("error.file_too_large", { name: file.name, max: fileSize(boot.limits.fileSize) }));
        else if (file.size === 0) setProblem(say("error.empty_file", { name: file.name }));
        else if (accepted.length >= room) setProblem(say("error.too_many_files", { max: boot.limits.files }));
        else accepted.push({ key: ++keys, file, progress: 0, previewUrl: file.type.startsWith("image/") ? URL.createObjectURL(file) : null, done: null, problem: null });
      }
      setUploads((now) => [...now, ...accepted]);
      for (const { key, file } of accepted) void begin(key, file);
    },
    remove(key) {
      running.current.get(key)?.abort();
      setProblem(null);
      setUploads((now) => now.filter((upload) => upload.key !== key));
    },
    retry(key) {
      const upload = uploads.find((entry) => entry.key === key);
      if (upload) void begin(key, upload.file);
    },
    take() {
      const done = uploads.flatMap((upload) => (upload.done ? [upload.done] : []));
      setUploads((now) => now.filter((upload) => !upload.done));
      return done;
    },
  };
}

function sentence(failure: Failure, file: File): string {
  if (failure.code === "too_large") return say("error.file_too_large", { name: file.name, max: fileSize(boot.limits.fileSize) });
  if (failure.code === "unsupported_file") return say("error.unsupported_file", { name: file.name });
  return `${say("error.upload", { name: file.name })} ${say(failure.sentence)}`;
}
