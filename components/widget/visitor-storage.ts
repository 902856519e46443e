import { boot } from "./boot.ts";

/** token: who this browser is. draft: the unfinished text. outbox: messages written and not yet accepted. asked: the contact card was answered. */
type Key = "token" | "draft" | "outbox" | "asked";

const memory = new Map<Key, string>();
const name = (key: Key) => `balcao:${boot.inboxToken}:${key}`;

/** The frame origin's own storage, apart per embedding site in today's browsers; memory where storage is blocked. */
export const visitorStorage = {
  get(key: Key): string | null {
    try {
      return localStorage.getItem(name(key));
    } catch {
      return memory.get(key) ?? null;
    }
  },
  set(key: Key, value: string | null): void {
    if (value) memory.set(key, value);
    else memory.delete(key);
    try {
      if (value) localStorage.setItem(name(key), value);
      else localStorage.removeItem(name(key));
    } catch {
      /* Kept in memory: the visitor is known until the page goes. */
    }
  },
  clear(): void {
    for (const key of ["token", "draft", "outbox", "asked"] as const) this.set(key, null);
  },
};
