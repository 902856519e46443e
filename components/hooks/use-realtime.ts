"use client";

import { createContext, use, useSyncExternalStore } from "react";
import type { RealtimeConnection } from "./realtime-connection.ts";
import type { Connection, RealtimeState, Typist } from "./realtime-store.ts";

export const RealtimeContext = createContext<RealtimeConnection | null>(null);

/** The socket of this page, to tell others what one is doing. */
export function useRealtime(): RealtimeConnection {
  const connection = use(RealtimeContext);
  if (!connection) throw new Error("useRealtime is only for screens below /a/{accountId}.");
  return connection;
}

function useRealtimeState<Value>(select: (state: RealtimeState) => Value): Value {
  const { store } = useRealtime();
  const snapshot = () => select(store.state);
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}

export function useConnection(): Connection {
  return useRealtimeState((state) => state.connection);
}

/** Ids of the agents who have a dashboard open now. */
export function useOnlineIds(): ReadonlySet<string> {
  return useRealtimeState((state) => state.online);
}

const nobody: readonly Typist[] = [];

export function useTyping(conversationId: string): readonly Typist[] {
  return useRealtimeState((state) => state.typing.get(conversationId) ?? nobody);
}

export function useViewers(conversationId: string): readonly Typist[] {
  return useRealtimeState((state) => state.viewing.get(conversationId) ?? nobody);
}
