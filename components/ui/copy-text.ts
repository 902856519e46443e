/**
 * Puts a text on the clipboard. Pages without HTTPS (a house's own network) have no `navigator.clipboard`: there the
 * selection of a field out of sight is copied. @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement as HTMLElement | null;
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    field.style.cssText = "position:fixed;opacity:0";
    // Beside the button pressed: a dialog takes the focus back from anything outside of it.
    (before?.parentElement ?? document.body).append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    before?.focus();
    return copied;
  }
}
