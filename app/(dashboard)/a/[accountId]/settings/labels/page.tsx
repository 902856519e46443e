import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LabelsScreen } from "#components/labels/labels-screen.tsx";
import { requirePermission } from "#lib/auth/page-session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.labels") };
}

export default async function LabelsPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePermission((await params).accountId, "label:manage");
  return <LabelsScreen />;
}
