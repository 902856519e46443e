import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { OnboardingScreen } from "#components/onboarding/onboarding-screen.tsx";
import { isOnboardingNeeded } from "#lib/accounts/onboarding-state.ts";
import { env } from "#lib/env.ts";
import { ClientMessages } from "#lib/i18n/client-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("onboarding"))("title") };
}

/** The first run. Once there is an account, this place is only a door to it. */
export default async function OnboardingPage() {
  if (!(await isOnboardingNeeded())) redirect("/");
  return (
    <ClientMessages areas={["ui", "errors", "onboarding", "settings", "inboxes"]}>
      <OnboardingScreen baseUrl={env().baseUrl} />
    </ClientMessages>
  );
}
