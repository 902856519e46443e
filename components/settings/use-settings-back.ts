"use client";

import { useTranslations } from "next-intl";
import { useAccountId } from "#components/shell/account-provider.tsx";

/** The way from a page of the settings back to their overview. */
export function useSettingsBack(): { href: string; label: string } {
  const t = useTranslations("settings");
  return { href: `/a/${useAccountId()}/settings`, label: t("title") };
}
