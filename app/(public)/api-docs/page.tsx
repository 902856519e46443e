import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiReference } from "#components/api-docs/api-reference.tsx";
import type { ApiDocument } from "#components/api-docs/api-document.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiDocs"))("title") };
}

/** The API for people: the same document that programs read at /api/openapi.json. */
export default async function ApiDocsPage() {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/openapi.json`, { cache: "no-store" });
  return <ApiReference document={(await response.json()) as ApiDocument} />;
}
