"use client";

import { useQueryClient } from "@tanstack/react-query";
import { apiKey } from "#components/hooks/use-api-query.ts";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import type { InputOf } from "#lib/api-client/call.ts";

type Patch = InputOf<"PATCH /api/accounts/{accountId}/inboxes/{id}">["body"];

/** Writes a change to an inbox and puts the answer where its screen reads it. */
export function useInboxChanges(inboxId: string): (patch: Patch) => Promise<void> {
  const client = useQueryClient();
  const params = { accountId: useAccountId(), id: inboxId };
  const update = useApiMutation("PATCH /api/accounts/{accountId}/inboxes/{id}", { invalidates: ["GET /api/accounts/{accountId}/inboxes"] });
  return async (body) => {
    const inbox = await update.mutateAsync({ params, body });
    client.setQueryData(apiKey("GET /api/accounts/{accountId}/inboxes/{id}", { params }), inbox);
  };
}
