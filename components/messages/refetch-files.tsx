"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { toast } from "#components/ui/toast.ts";

/** Asks the channel once more for a customer's files that could not be fetched. What comes of it arrives as an event. */
export function RefetchFiles({ messageId }: { messageId: string }) {
  const t = useTranslations("messages");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const retry = useApiMutation("POST /api/accounts/{accountId}/messages/{id}/retry", {
    onError: (error) => toast.failed(error.code === "conflict" ? t("fileGone") : errorText(error)),
  });
  return (
    <button type="button" disabled={retry.isPending} onClick={() => retry.mutate({ params: { accountId, id: messageId } })} className="inline-flex min-h-6 items-center gap-1 text-xs font-semibold text-accent-text underline underline-offset-2 disabled:opacity-50 max-md:min-h-11">
      <RotateCw aria-hidden className="size-3" />
      {t("fetchAgain")}
    </button>
  );
}
