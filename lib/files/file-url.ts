import { isSigned, sign } from "../auth/secrets.ts";
import { clock } from "../clock.ts";
import { env } from "../env.ts";
import type { Variant } from "./storage.ts";

/**
 * A signed address of one file, good for some hours. It ends on the hour, so that browsers can keep what they have.
 * `absolute` for providers that fetch by themselves.
 */
export function fileUrl(accountId: number, file: { id: string; filename: string }, variant: Variant, options: { absolute?: boolean; hours?: number } = {}): string {
  const hour = 3_600_000;
  const expires = (Math.ceil(clock.now().getTime() / hour) + (options.hours ?? 2)) * 3600;
  const signature = sign("file", subject(accountId, file.id, variant, expires));
  const address = `/api/files/${accountId}/${file.id}/${variant}/${expires}/${signature}/${encodeURIComponent(file.filename)}`;
  return options.absolute ? env().baseUrl + address : address;
}

export function isFileUrl(accountId: number, id: string, variant: string, expires: number, signature: string): boolean {
  return expires * 1000 > clock.now().getTime() && isSigned("file", subject(accountId, id, variant, expires), signature);
}

function subject(accountId: number, id: string, variant: string, expires: number): string {
  return `${accountId}/${id}/${variant}/${expires}`;
}
