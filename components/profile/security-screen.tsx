"use client";

import { useTranslations } from "next-intl";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { useSettingsBack } from "#components/settings/use-settings-back.ts";
import { PasswordCard } from "./password-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";

/** The password, and where one is signed in. */
export function SecurityScreen() {
  const t = useTranslations("profile");
  return (
    <SettingsScreen title={t("security")} description={t("securityText")} back={useSettingsBack()}>
      <PasswordCard />
      <SessionsCard />
    </SettingsScreen>
  );
}
