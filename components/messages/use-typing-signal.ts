"use client";

import { useCallback, useEffect, useRef } from "react";
import { useRealtime } from "#components/hooks/use-realtime.ts";

const everyMilliseconds = 3000;

/** Tells the others that one is typing, at most every three seconds, and when one has stopped. */
export function useTypingSignal(conversationId: string): (on: boolean) => void {
  const realtime = useRealtime();
  const lastSent = useRef(0);
  const signal = useCallback((on: boolean) => {
    const now = Date.now();
    if (on && now - lastSent.current < everyMilliseconds) return;
    if (!on && lastSent.current === 0) return;
    lastSent.current = on ? now : 0;
    realtime.typing(conversationId, on);
  }, [realtime, conversationId]);
  useEffect(() => () => signal(false), [signal]);
  return signal;
}
