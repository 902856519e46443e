import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamsScreen } from "#components/teams/teams-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.teams") };
}

export default async function TeamsPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePermission((await params).accountId, "team:manage");
  return <TeamsScreen />;
}
