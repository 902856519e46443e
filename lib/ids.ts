import { v7, validate } from "uuid";

/** Time-ordered, so that new rows lie together in the indexes (RFC 9562, version 7). */
export function newId(): string {
  return v7();
}

/** Stands for every id that cannot exist: a malformed id is looked up as this one and gets the same 404. */
export const noId = "00000000-0000-0000-0000-000000000000";

export function isUuid(value: unknown): boolean {
  return validate(value);
}
