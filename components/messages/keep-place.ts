import type { MouseEvent } from "react";

/** A button that will go away when it is pressed: whoever pressed it by the keyboard stays where it was, in what `around` finds. */
export function keepPlace(event: MouseEvent<HTMLElement>, around: string): void {
  if (event.currentTarget.matches(":focus-visible")) event.currentTarget.closest<HTMLElement>(around)?.focus({ preventScroll: true });
}

/** A ref for a button that goes away by itself: whoever stands on it by the keyboard stays in the thread. */
export function leavesFocusInThread(button: HTMLElement | null): (() => void) | undefined {
  return button ? () => { if (document.activeElement === button) button.closest<HTMLElement>("[role=log]")?.focus({ preventScroll: true }); } : undefined;
}
