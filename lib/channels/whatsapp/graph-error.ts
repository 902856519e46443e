import { ChannelError, type ChannelErrorKind, type SendFailure } from "../adapter.ts";
import { number, record, text, type Json } from "./webhook-json.ts";

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes; what is not named here is `rejected`. */
const kinds: Partial<Record<ChannelErrorKind, number[]>> = {
  retry: [1, 2, 131000, 131016, 131053, 133004],
  throttled: [4, 80007, 130429, 131048, 131056, 131057, 131064, 133016],
  unauthorised: [0, 3, 10, 190, 131005, 131045, 133010],
  window: [131047],
};
const kindByCode = new Map(Object.entries(kinds).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ChannelErrorKind])));

/** Pauses where the code itself says how long: a pair's 6 seconds, spam limits of hours, maintenance. */
const pauseSeconds: Record<number, number> = { 131056: 6, 131048: 3600, 131057: 300, 80007: 60, 4: 60, 133016: 3600 };

/**
 * What Meta's refusal means. A gateway's own error page on a POST leaves it open whether the message was taken: `unknown`.
 * @param repeatable nothing depends on whether the request was carried out
 */
export function graphError(answer: { status: number; headers: Headers; body: unknown }, repeatable: boolean): ChannelError {
  const error = record(record(answer.body).error);
  const code = number(error.code);
  const failure = code === undefined ? { code: `http_${answer.status}`, message: `WhatsApp answered with status ${answer.status}.` } : failureOf(error);
  const kind = kindOf(code, error, answer.status, repeatable);
  return new ChannelError(kind, failure.code, failure.message, {
    retryAfterSeconds: kind === "throttled" || kind === "retry" ? (retryAfter(answer.headers) ?? pauseSeconds[code ?? -1]) : undefined,
    scope: code === 131056 ? "contact" : "inbox",
  });
}

function kindOf(code: number | undefined, error: Json, status: number, repeatable: boolean): ChannelErrorKind {
  if (code === undefined) {
    if (status === 401 || status === 403) return "unauthorised";
    if (status === 429) return "throttled";
    if (status === 502 || status === 504) return repeatable ? "retry" : "unknown";
    return status >= 500 || status === 408 ? "retry" : "rejected";
  }
  const named = kindByCode.get(code);
  if (named) return named;
  if (code >= 200 && code <= 299) return "unauthorised";
  if (status === 429) return "throttled";
  if (status === 401) return "unauthorised";
  return error.is_transient === true || status >= 500 ? "retry" : "rejected";
}

/** The same shape stands in refusals and in `statuses[].errors[]`: the details say most. */
export function failureOf(error: Json): SendFailure {
  const message = text(record(error.error_data).details) ?? text(error.error_user_msg) ?? text(error.message) ?? text(error.title) ?? "";
  return { code: text(error.code) ?? "unknown", message };
}

/** Seconds, from Retry-After or from Meta's usage header (minutes until access comes back). */
function retryAfter(headers: Headers): number | undefined {
  const header = headers.get("retry-after");
  const seconds = header === null ? undefined : (number(header) ?? (Date.parse(header) - Date.now()) / 1000);
  if (seconds !== undefined && seconds >= 0) return Math.ceil(seconds);
  const minutes = [...(headers.get("x-business-use-case-usage") ?? "").matchAll(/"estimated_time_to_regain_access":\s*(\d+)/g)].map((match) => Number(match[1]));
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60 : undefined;
}
