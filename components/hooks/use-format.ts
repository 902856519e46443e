"use client";

import { useLocale, useTimeZone } from "next-intl";
import { type Format, formatFor } from "#lib/i18n/format.ts";

/** Dates, sizes and phones in the reader's language and the account's time zone. */
export function useFormat(): Format {
  return formatFor(useLocale(), useTimeZone() ?? "America/Sao_Paulo");
}
