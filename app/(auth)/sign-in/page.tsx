import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "#components/shell/sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string; reason?: string }> }) {
  const { next, reason } = await searchParams;
  return <SignInForm next={next ?? null} reason={reason ?? null} />;
}
