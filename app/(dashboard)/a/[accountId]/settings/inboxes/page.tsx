import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxesScreen } from "#components/inboxes/inboxes-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.inboxes") };
}

export default async function InboxesPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePermission((await params).accountId, "inbox:manage");
  return <InboxesScreen />;
}
