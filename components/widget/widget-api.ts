import type { MessagePage, VisitorAttachment, VisitorContact, VisitorSession, WidgetMessage } from "#lib/visitors/schemas.ts";
import { boot } from "./boot.ts";
import { Failure, failureOf } from "./failure.ts";
import type { HostUser } from "./frame-protocol.ts";
import { visitorStorage } from "./visitor-storage.ts";

const base = `/api/widget/${encodeURIComponent(boot.inboxToken)}/`;

function authorization(): Record<string, string> {
  const token = visitorStorage.get("token");
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** @throws Failure */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(base + path, {
      method,
      headers: { ...authorization(), ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: "omit",
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    throw new Failure("network");
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw failureOf(response.status, answer, response.headers.get("retry-after"));
  return answer as T;
}

export const widgetApi = {
  startSession: (input: object) => call<VisitorSession>("POST", "session", input),
  /** One page: the newest, or the one before or after a place ("12.40"). */
  messages: (cursor: { before?: string; after?: string } = {}) => call<MessagePage>("GET", `messages?${new URLSearchParams({ limit: "30", ...cursor })}`),
  send: (input: { content: string; clientId: string; attachmentIds: string[]; page?: { url: string; title: string } | undefined; identity?: HostUser | undefined }) => call<WidgetMessage>("POST", "messages", input),
  read: (conversationId: string, seq: number) => call<unknown>("PUT", "read", { conversationId, seq }),
  saveContact: (input: { name?: string; email?: string }) => call<VisitorContact>("PUT", "contact", input),

  /** By XMLHttpRequest, which alone tells the progress (0–1). @throws Failure */
  upload: (file: File, onProgress: (done: number) => void, signal: AbortSignal) =>
    new Promise<VisitorAttachment>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${base}uploads`);
      for (const [name, value] of Object.entries(authorization())) request.setRequestHeader(name, value);
      request.responseType = "json";
      request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
      request.onload = () => (request.status < 300 ? resolve(request.response) : reject(failureOf(request.status, request.response, request.getResponseHeader("retry-after"))));
      request.onerror = () => reject(new Failure("network"));
      request.onabort = () => reject(new Failure("aborted"));
      signal.onabort = () => request.abort();
      const form = new FormData();
      form.append("file", file);
      request.send(form);
    }),
};
