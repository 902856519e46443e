import type { ReactNode } from "react";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { ClientMessages } from "#lib/i18n/client-messages.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages areas={["ui", "errors", "auth"]}>
      <AuthFrame>{children}</AuthFrame>
    </ClientMessages>
  );
}
