import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxScreen } from "#components/inboxes/inbox-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";
import { env } from "#lib/env.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.inboxes") };
}

export default async function InboxPage({ params }: { params: Promise<{ accountId: string; inboxId: string }> }) {
  const { accountId, inboxId } = await params;
  await requirePermission(accountId, "inbox:manage");
  return <InboxScreen inboxId={inboxId} baseUrl={env().baseUrl} />;
}
