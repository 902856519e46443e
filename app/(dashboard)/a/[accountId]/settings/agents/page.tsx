import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgentsScreen } from "#components/agents/agents-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.agents") };
}

export default async function AgentsPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePermission((await params).accountId, "agent:manage");
  return <AgentsScreen />;
}
