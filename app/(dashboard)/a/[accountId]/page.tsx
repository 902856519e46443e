import { redirect } from "next/navigation";

export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  redirect(`/a/${(await params).accountId}/conversations`);
}
