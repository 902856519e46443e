import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokensScreen } from "#components/profile/tokens-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.tokens") };
}

export default function TokensPage() {
  return <TokensScreen />;
}
