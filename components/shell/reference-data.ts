"use client";

import { useApiQuery } from "#components/hooks/use-api-query.ts";
import type { AgentView, InboxView, LabelView, TeamView } from "#lib/api-client/views.ts";
import { useAccountId } from "./account-provider.tsx";

const none: never[] = [];

/** The account's people and things that most screens name: read once, kept true by sockets. */
export function useAgents(): AgentView[] {
  const accountId = useAccountId();
  return useApiQuery("GET /api/accounts/{accountId}/agents", { params: { accountId } }).data?.items ?? none;
}
export function useTeams(): TeamView[] {
  const accountId = useAccountId();
  return useApiQuery("GET /api/accounts/{accountId}/teams", { params: { accountId } }).data?.items ?? none;
}
export function useLabels(): LabelView[] {
  const accountId = useAccountId();
  return useApiQuery("GET /api/accounts/{accountId}/labels", { params: { accountId } }).data?.items ?? none;
}
export function useInboxes(): InboxView[] {
  const accountId = useAccountId();
  return useApiQuery("GET /api/accounts/{accountId}/inboxes", { params: { accountId } }).data?.items ?? none;
}
