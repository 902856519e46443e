import { ChannelError, type SendContext } from "../adapter.ts";
import type { WhatsappConfig } from "./config.ts";
import { graphError } from "./graph-error.ts";
import { record, type Json } from "./webhook-json.ts";

/**
 * One call of the Graph API.
 * @param repeatable carrying it out twice does no harm (reads, uploads, read marks): then silence is `retry`, not `unknown`
 * @throws ChannelError
 */
export async function graphRequest(
  config: WhatsappConfig, context: SendContext, path: string,
  request: { method: "GET" | "POST"; body?: Json | FormData; repeatable: boolean; timeoutMs?: number },
): Promise<Json> {
  const { method, body, repeatable, timeoutMs } = request;
  const isForm = body instanceof FormData;
  try {
    const response = await context.fetch(`${graphBase(config)}/${path}`, {
      method, redirect: "error", signal: context.signal, timeoutMs: timeoutMs ?? 20_000, maxBytes: 1024 * 1024,
      headers: { authorization: `Bearer ${config.accessToken}`, ...(body && !isForm && { "content-type": "application/json" }) },
      body: isForm ? body : body && JSON.stringify(body),
    });
    const answer = await readAnswer(response, repeatable);
    if (!response.ok) throw graphError({ status: response.status, headers: response.headers, body: answer }, repeatable);
    return record(answer);
  } catch (error) {
    if (!(error instanceof ChannelError)) throw lostAnswer(repeatable, error);
    throw repeatable && error.kind === "unknown" ? new ChannelError("retry", error.code, error.message, { cause: error }) : error;
  }
}

/** `graphUrl` may carry its version already ("https://graph.facebook.com/v25.0"). */
export function graphBase(config: WhatsappConfig): string {
  const base = config.graphUrl.replace(/\/+$/, "");
  return /\/v\d+\.\d+$/.test(base) ? base : `${base}/${config.graphVersion}`;
}

/** An answer that breaks off came after the request: whether a message was taken stays open. */
async function readAnswer(response: Response, repeatable: boolean): Promise<unknown> {
  const source = await response.text().catch((error: unknown) => {
    throw lostAnswer(repeatable, error);
  });
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

const lostAnswer = (repeatable: boolean, cause: unknown) =>
  new ChannelError(repeatable ? "retry" : "unknown", "network", "The connection to WhatsApp broke off.", { cause });
