"use client";

import { useRef } from "react";

/**
 * For the `onCloseAutoFocus` of what lies over the page: the focus goes back to what had it on opening. Radix does that only
 * for triggers of its own.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // While drawing: a field inside that takes the focus by itself has it before any effect runs.
  if (open && !wasOpen.current && typeof document !== "undefined") opener.current = document.activeElement;
  wasOpen.current = open;
  return (event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
}
