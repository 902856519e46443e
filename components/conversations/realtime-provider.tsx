"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { RealtimeConnection } from "#components/hooks/realtime-connection.ts";
import { RealtimeContext } from "#components/hooks/use-realtime.ts";
import { usePresent } from "#components/shell/account-provider.tsx";
import { leaveWhenSignedOut } from "#components/shell/query-provider.tsx";
import { ApiError } from "#lib/api-client/api-error.ts";
import { announceArrivals } from "./arrivals.ts";
import { applyToCache, routes, showAgain } from "./cache-adapter.ts";
import { openConversationId } from "./inbox-url.ts";
import { watchReads } from "./overtaken-reads.ts";

const live = Object.values(routes);

/**
 * A read under way began too early and is given up. What nobody looks at is forgotten: changed by later events, it would
 * pass for fresh.
 */
function readAnew(client: QueryClient, route: string): void {
  client.removeQueries({ queryKey: [route], type: "inactive" });
  void client.cancelQueries({ queryKey: [route] });
  void client.invalidateQueries({ queryKey: [route] });
}

/** Opens the page's socket and lets what it brings change the cache. */
export function RealtimeProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { profile, account } = usePresent();
  const [connection] = useState(
    () =>
      new RealtimeConnection(account.id, {
        onEvents: (events) => {
          const looking = { userId: profile.id, inboxIds: account.inboxIds, visibleTeamIds: account.visibleTeamIds, openId: openConversationId(location.pathname) };
          applyToCache(client, events, looking);
          announceArrivals(events);
        },
        onReset: () => live.forEach((route) => readAnew(client, route)),
        onSignedOut: () => leaveWhenSignedOut(new ApiError("unauthenticated", 401, "The session has ended.")),
      }),
  );
  useEffect(() => {
    const unwatch = watchReads(client, (key, missed) => showAgain(client, key, missed));
    void connection.start();
    return () => { unwatch(); connection.stop(); };
  }, [client, connection]);
  return <RealtimeContext value={connection}>{children}</RealtimeContext>;
}
