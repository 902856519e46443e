import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Area } from "./areas.ts";

type ClientMessagesProps = { areas: readonly Area[]; /** The account's; São Paulo's where there is none. */ timeZone?: string; children: ReactNode };

/** Gives the client components below it the catalogs of these areas, and no others. A nested one replaces the outer. */
export async function ClientMessages({ areas, timeZone, children }: ClientMessagesProps) {
  const messages = await getMessages();
  const picked = Object.fromEntries(areas.map((area) => [area, messages[area]]));
  return <NextIntlClientProvider messages={picked} {...(timeZone ? { timeZone } : {})}>{children}</NextIntlClientProvider>;
}
