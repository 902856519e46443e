import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Inbox } from "#components/conversations/inbox.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

/** One page for the list and every open conversation: moving between them asks the server for nothing. */
export default function ConversationsPage() {
  return <Inbox />;
}
