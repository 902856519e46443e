import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsFrame } from "#components/settings/settings-frame.tsx";
import { requireAccount } from "#lib/auth/page-session.ts";
import { ClientMessages } from "#lib/i18n/client-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsLayout({ children, params }: { children: ReactNode; params: Promise<{ accountId: string }> }) {
  const { account } = await requireAccount((await params).accountId);
  return (
    <ClientMessages areas={["ui", "errors", "shell", "settings", "inboxes", "agents", "teams", "labels", "profile"]} timeZone={account.timeZone}>
      <SettingsFrame>{children}</SettingsFrame>
    </ClientMessages>
  );
}
