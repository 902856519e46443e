import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewInboxScreen } from "#components/inboxes/new-inbox-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inboxes"))("new") };
}

export default async function NewInboxPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePermission((await params).accountId, "inbox:manage");
  return <NewInboxScreen />;
}
