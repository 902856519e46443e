import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationForm } from "#components/shell/invitation-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("invitation"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  return <InvitationForm token={(await params).token} />;
}
