"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { type InboxState, readInboxUrl, settle, writeInboxUrl } from "./inbox-url.ts";

export type Inbox = {
  state: InboxState;
  /** Changes the address without asking the server; `replace` leaves no step to go back to. */
  go: (change: Partial<InboxState>, options?: { replace?: boolean }) => void;
  hrefOf: (change: Partial<InboxState>) => string;
};

/** What the inbox shows, read from the address and written to it. */
export function useInbox(): Inbox {
  const accountId = useAccountId();
  const pathname = usePathname();
  const search = useSearchParams();
  const state = useMemo(() => readInboxUrl(pathname, new URLSearchParams(search)), [pathname, search]);
  const hrefOf = useCallback((change: Partial<InboxState>) => writeInboxUrl(accountId, settle(state, change)), [accountId, state]);
  const go = useCallback((change: Partial<InboxState>, options: { replace?: boolean } = {}) => {
    const href = hrefOf(change);
    if (options.replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
  }, [hrefOf]);
  return { state, go, hrefOf };
}
