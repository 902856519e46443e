import { type Locale, localeCookie } from "./locales.ts";

/** Remembers the language in this browser for a year. The page has to be asked for again to show it. */
export function setLocale(locale: Locale): void {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
}
