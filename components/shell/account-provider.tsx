"use client";

import { createContext, type ReactNode, use } from "react";
import type { ProfileAccount, ProfileView } from "#lib/api-client/views.ts";

export type Present = { profile: ProfileView; account: ProfileAccount };

const PresentContext = createContext<Present | null>(null);

/** Who is signed in and in which account, for everything below `/a/{accountId}`. */
export function AccountProvider({ present, children }: { present: Present; children: ReactNode }) {
  return <PresentContext value={present}>{children}</PresentContext>;
}

export function usePresent(): Present {
  const present = use(PresentContext);
  if (!present) throw new Error("usePresent is only for screens below /a/{accountId}.");
  return present;
}

export function useAccountId(): number {
  return usePresent().account.id;
}

/** Whether the present person may do this. What they may not do is not drawn. */
export function useCan(permission: string): boolean {
  return usePresent().account.permissions.includes(permission);
}
