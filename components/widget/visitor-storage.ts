import { boot } from "./boot.ts";

/** token: who this browser is. draft: the unfinished text. outbox: messages written and not yet accepted. asked: the contact card was answered. */
type Key = "token" | "draft" | "outbox" | "asked";

const memory = new Map<Key, string>();
const name = (key: Key) => `balcao:${boot.inboxToken}:${key}`;
const cookieName = `balcao_${boot.inboxToken}`;
/** The longest that browsers keep a cookie, in seconds. */
const cookieLife = 400 * 24 * 3600;

/**
 * The frame origin's own storage, apart per embedding site in today's browsers. Where third parties are denied it
 * altogether (private windows of Chromium), the token lies in a partitioned cookie (CHIPS) of the frame's own path, which
 * is never sent with a call; the rest in memory.
 */
export const visitorStorage = {
  get(key: Key): string | null {
    try {
      return localStorage.getItem(name(key));
    } catch {
      return memory.get(key) ?? (key === "token" ? readCookie() : null);
    }
  },
  set(key: Key, value: string | null): void {
    if (value) memory.set(key, value);
    else memory.delete(key);
    try {
      if (value) localStorage.setItem(name(key), value);
      else localStorage.removeItem(name(key));
    } catch {
      if (key === "token") document.cookie = `${cookieName}=${value ?? ""}; Path=${location.pathname}; Max-Age=${value ? cookieLife : 0}; Secure; SameSite=None; Partitioned`;
    }
  },
  clear(): void {
    for (const key of ["token", "draft", "outbox", "asked"] as const) this.set(key, null);
  },
};

function readCookie(): string | null {
  const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1) || null;
}
