import type { AbstractIntlMessages } from "next-intl";
import { type Area, areas } from "./areas.ts";
import type { Locale } from "./locales.ts";

/** The catalogs of one language, by area. */
export async function loadMessages(locale: Locale): Promise<Record<Area, AbstractIntlMessages>> {
  const loaded = await Promise.all(
    areas.map(async (area) => [area, (await import(`./messages/${locale}/${area}.json`)).default] as const),
  );
  return Object.fromEntries(loaded) as Record<Area, AbstractIntlMessages>;
}
