"use client";

import { useQueryClient } from "@tanstack/react-query";
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
        onReset: () => { for (const route of live) void client.invalidateQueries({ queryKey: [route] }); },
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
