type ToastOptions = { /** A way back, e.g. "Undo". */ action?: { label: string; onClick: () => void }; description?: string; };

/**
 * A passing word about something just done. Errors that need an answer belong where they happened, not here.
 * The library comes with the first toast, so the first load does not carry it.
 */
export const toast = {
  say: (text: string, options?: ToastOptions) => void show("message", text, options),
  done: (text: string, options?: ToastOptions) => void show("success", text, options),
  failed: (text: string, options?: ToastOptions) => void show("error", text, options),
};

async function show(kind: "message" | "success" | "error", text: string, options?: ToastOptions): Promise<void> {
  const { toast: sonner } = await import("sonner");
  dispatchEvent(new Event(toastWanted));
  sonner[kind](text, options);
}

/** Tells the Toaster to mount. */
export const toastWanted = "toast-wanted";
