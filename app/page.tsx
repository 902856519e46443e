import { redirect } from "next/navigation";
import { requirePageSession } from "#lib/auth/page-session.ts";

/** The door: whoever is signed in goes to their first account, everyone else to sign-in. */
export default async function Home() {
  const { accounts } = await requirePageSession();
  const first = accounts[0];
  redirect(first ? `/a/${first.id}/conversations` : "/no-account");
}
