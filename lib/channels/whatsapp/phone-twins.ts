/**
 * The ways one and the same phone is written as a WhatsApp id, the given one first. Brazil: mobile numbers with and without the
 * ninth digit; Mexico: with and without the old 1 after 52; Argentina: with and without the 9 after 54. For finding a contact
 * only: send to the id exactly as it was received.
 */
export function phoneTwins(waId: string): string[] {
  const digits = waId.replace(/^\+/, "");
  const twin =
    swap(digits, /^(55[1-9]\d)9([6-9]\d{7})$/, "$1$2") ??
    swap(digits, /^(55[1-9]\d)([6-9]\d{7})$/, "$19$2") ??
    swap(digits, /^521(\d{10})$/, "52$1") ??
    swap(digits, /^52(\d{10})$/, "521$1") ??
    swap(digits, /^549(\d{10})$/, "54$1") ??
    swap(digits, /^54([1-8]\d{9})$/, "549$1");
  return twin ? [digits, twin] : [digits];
}

const swap = (digits: string, pattern: RegExp, replacement: string) => {
  const changed = digits.replace(pattern, replacement);
  return changed === digits ? undefined : changed;
};
