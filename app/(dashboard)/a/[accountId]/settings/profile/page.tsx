import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileScreen } from "#components/profile/profile-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("sections.profile") };
}

export default function ProfilePage() {
  return <ProfileScreen />;
}
