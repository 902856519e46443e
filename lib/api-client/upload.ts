import { refusal } from "./call.ts";
import { ApiError } from "./api-error.ts";
import type { AttachmentView } from "./views.ts";

export type Upload = { done: Promise<AttachmentView>; cancel: () => void };

/**
 * Sends one file and tells how far it is (0 to 1). `fetch` cannot report that, so this is XMLHttpRequest.
 * `done` rejects with ApiError, or with an AbortError after `cancel`.
 */
export function upload(accountId: number, file: File, onProgress: (fraction: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<AttachmentView>((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError("offline", 0, "The server could not be reached."));
    request.onabort = () => reject(new DOMException("Cancelled", "AbortError"));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as AttachmentView);
      else refusal(new Response(request.responseText, { status: request.status })).then(reject, reject);
    };
  });
  const body = new FormData();
  body.append("file", file, file.name);
  request.open("POST", `/api/accounts/${accountId}/uploads`);
  request.send(body);
  return { done, cancel: () => request.abort() };
}
