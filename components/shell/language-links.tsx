"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { localeNames, locales } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";

/** The languages, each in its own name, for whoever has not signed in. */
export function LanguageLinks() {
  const current = useLocale();
  const router = useRouter();
  return (
    <div className="mt-5 flex justify-center gap-1">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => { setLocale(locale); router.refresh(); }}
          className="rounded-sm px-2 py-1 text-sm text-ink-faint hover:text-ink aria-pressed:font-medium aria-pressed:text-ink max-md:min-h-11"
        >
          {localeNames[locale].replace(/ \(.*\)/, "")}
        </button>
      ))}
    </div>
  );
}
