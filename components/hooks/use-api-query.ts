"use client";

import { keepPreviousData, type QueryKey, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { call, type InputOf, type OutputOf, type RouteName } from "#lib/api-client/call.ts";

type Options = { enabled?: boolean; staleTime?: number; keepPrevious?: boolean };

/** Where an answer lives in the cache. */
export function apiKey<Name extends RouteName>(name: Name, input?: InputOf<Name>): QueryKey {
  return input === undefined ? [name] : [name, input];
}

/** The one way to read: `useApiQuery("GET /api/accounts/{accountId}/teams", { params: { accountId } })`. */
export function useApiQuery<Name extends RouteName>(name: Name, input: InputOf<Name>, { keepPrevious, ...options }: Options = {}): UseQueryResult<OutputOf<Name>> {
  return useQuery<OutputOf<Name>>({
    queryKey: apiKey(name, input),
    queryFn: ({ signal }) => call(name, input, { signal }),
    ...options,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
