/** Relative luminance of WCAG 2.2, 0 (black) to 1 (white). */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

const white = "#ffffff";
const ink = "#111418";

/**
 * The colour of text on a brand colour (`#rrggbb`): white while it keeps the 4.5 : 1 of WCAG AA,
 * otherwise the darker ink, whichever contrasts more.
 */
export function inkOn(brand: string): string {
  const light = luminance(brand);
  const onWhite = 1.05 / (light + 0.05);
  if (onWhite >= 4.5) return white;
  const onInk = (light + 0.05) / (luminance(ink) + 0.05);
  return onInk >= onWhite ? ink : white;
}
