"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { applyToCache } from "#components/conversations/cache-adapter.ts";
import { useLooking } from "#components/conversations/use-conversations.ts";
import { useApiMutation } from "#components/hooks/use-api-mutation.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { toast } from "#components/ui/toast.ts";
import type { MessageView } from "#lib/api-client/views.ts";
import { keepPlace } from "./keep-place.ts";

/** Why the channel did not take a message, and the way to try again. */
export function FailureNote({ message }: { message: MessageView }) {
  const t = useTranslations("messages");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const client = useQueryClient();
  const looking = useLooking(message.conversationId);
  const retry = useApiMutation("POST /api/accounts/{accountId}/messages/{id}/retry", {
    onSuccess: (next) => applyToCache(client, [{ seq: 0, name: "message.updated", message: next }], looking),
    onError: (error) => toast.failed(errorText(error)),
  });
  const { code, message: reason } = message.error ?? { code: "", message: "" };
  return (
    <p className="mt-1 max-w-full break-words text-right text-xs text-bad-text">
      <CircleAlert aria-hidden className="mr-1 inline size-3.5 align-[-0.2em]" />
      <span>{code && t.has(`failure.${code}`) ? t(`failure.${code}`) : t("failedBecause", { reason: reason || t("noReason") })}</span>
      <button type="button" disabled={retry.isPending} onClick={(event) => { keepPlace(event, "article"); retry.mutate({ params: { accountId, id: message.id } }); }} className="ml-2 font-semibold underline underline-offset-2 disabled:opacity-50 max-md:ml-auto max-md:block max-md:min-h-11">{t("tryAgain")}</button>
    </p>
  );
}
