"use client";

import { useEffect, useRef } from "react";

/** A key as people read it: "j", "Enter", "?", "/", "Shift+E", "Ctrl+Enter". */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single keys for whoever works without a mouse. They never fire inside a field, in an open dialog or menu, or together with
 * a key that belongs to the browser. Letters are matched by what the layout writes (ABNT2, AZERTY alike).
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isModalOpen()) return;
      const run = current.current[keyName(event)];
      if (!run) return;
      event.preventDefault();
      run(event);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = /^\p{L}$/u.test(key);
  const shift = event.shiftKey && (isLetter || event.key.length > 1) ? "Shift+" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift}${shift && isLetter ? key.toUpperCase() : key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"], [role="menu"][data-state="open"], [role="listbox"][data-state="open"]') !== null;
}
