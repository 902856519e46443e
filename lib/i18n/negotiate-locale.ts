import { defaultLocale, isLocale, locales, type Locale } from "./locales.ts";

/**
 * The language of a request: the one chosen (cookie), else the best of `Accept-Language` (RFC 9110, 12.5.4), else the
 * default. A language without its region is enough: `pt-PT` gets `pt-BR`.
 */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.toLowerCase().split("-")[0] ?? "", weight: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((wish) => wish.language && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    const match = locales.find((locale) => locale.toLowerCase().split("-")[0] === language);
    if (match) return match;
  }
  return defaultLocale;
}
