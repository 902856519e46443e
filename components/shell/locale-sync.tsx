"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isLocale, localeCookie } from "#lib/i18n/locales.ts";
import { setLocale } from "#lib/i18n/set-locale.ts";

/** A browser that has no language of its own yet takes the one in the person's profile. */
export function LocaleSync({ locale }: { locale: string | null }) {
  const current = useLocale();
  const router = useRouter();
  useEffect(() => {
    if (document.cookie.includes(`${localeCookie}=`) || !isLocale(locale)) return;
    setLocale(locale);
    if (locale !== current) router.refresh();
  }, [locale, current, router]);
  return null;
}
