/** The interface's languages; the first is the default. */
export const locales = ["pt-BR", "en", "es"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "pt-BR";

/** Names the cookie that holds a browser's chosen language; written by `setLocale`, read by `request.ts`. */
export const localeCookie = "balcao_locale";

export const localeNames: Record<Locale, string> = { "pt-BR": "Português (Brasil)", en: "English", es: "Español" };

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}
