import type { ReactNode } from "react";
import { DashboardFrame } from "#components/shell/dashboard-frame.tsx";
import { requireAccount } from "#lib/auth/page-session.ts";
import { ClientMessages } from "#lib/i18n/client-messages.tsx";

/** Everything of one account: who is here, the cache, the socket, the rail. */
export default async function AccountLayout({ children, params }: { children: ReactNode; params: Promise<{ accountId: string }> }) {
  const present = await requireAccount((await params).accountId);
  return (
    <ClientMessages areas={["ui", "errors", "shell", "conversations", "messages", "contacts"]} timeZone={present.account.timeZone}>
      <DashboardFrame present={present}>{children}</DashboardFrame>
    </ClientMessages>
  );
}
