"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "#lib/api-client/api-error.ts";

/** The browser's cache. Sockets keep it true, so nothing grows stale by age and nothing is asked for twice. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
        retryDelay: (failures) => Math.min(8000, 500 * 2 ** failures) * (0.75 + Math.random() / 2),
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** A session that ended somewhere else: sign in, and come back to this very place. */
export function leaveWhenSignedOut(error: unknown): void {
  if (error instanceof ApiError && error.code === "unauthenticated")
    location.assign(`/sign-in?reason=signed-out&next=${encodeURIComponent(location.pathname + location.search)}`);
}
