"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/**
 * A choice kept in this browser (localStorage), the same in every tab. Private windows that refuse storage keep it while
 * the page lives.
 */
export function useStored<Value extends string>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key) ?? fallback, () => fallback);
  const set = useCallback((next: Value) => {
    memory.set(key, next);
    try { localStorage.setItem(key, next); } catch { /* kept in memory */ }
    for (const listener of listeners) listener();
  }, [key]);
  return [value as Value, set];
}

const memory = new Map<string, string>();

function read(key: string): string | null {
  try { return localStorage.getItem(key); } catch { return memory.get(key) ?? null; }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => { listeners.delete(listener); removeEventListener("storage", listener); };
}
