import { clock } from "#lib/clock.ts";
import { ChannelError } from "../adapter.ts";

/** Readers for JSON from outside: whatever is not of the wanted kind reads as absent. */
export type Json = Record<string, unknown>;

export const record = (value: unknown): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {});
export const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null).map(record) : []);
/** Ids arrive as strings, and now and then as numbers. Blank is absent. */
export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
export const number = (value: unknown): number | undefined => {
  const parsed = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
};

/** Unix seconds, as string or number; what is no time becomes the present. */
export function time(value: unknown): Date {
  const seconds = number(value);
  return seconds !== undefined && seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : clock.now();
}

/**
 * The body as JSON, without what Postgres cannot keep in text (NUL characters, halves of surrogate pairs).
 * @throws ChannelError rejected/unparseable
 */
export function readBody(rawBody: Uint8Array): unknown {
  try {
    const source = new TextDecoder().decode(rawBody);
    const parsed: unknown = JSON.parse(source);
    return /\\u(0000|d[89a-f])/i.test(source) ? storable(parsed) : parsed;
  } catch (error) {
    throw new ChannelError("rejected", "unparseable", "The webhook's body is not JSON.", { cause: error });
  }
}

function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]));
  return value;
}
