import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecurityScreen } from "#components/profile/security-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.security") };
}

export default function SecurityPage() {
  return <SecurityScreen />;
}
