"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { showAnswer } from "#components/conversations/cache-adapter.ts";
import { useLooking } from "#components/conversations/use-conversations.ts";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { useAccountId } from "#components/shell/account-provider.tsx";
import { toast } from "#components/ui/toast.ts";
import { call } from "#lib/api-client/call.ts";
import type { MessageView } from "#lib/api-client/views.ts";
import { keepPlace } from "./keep-place.ts";

/** Why the channel did not take a message, and the way to try again. */
export function FailureNote({ message }: { message: MessageView }) {
  const t = useTranslations("messages");
  const errorText = useErrorText();
  const accountId = useAccountId();
  const client = useQueryClient();
  const looking = useLooking(message.conversationId);
  const [isRetrying, setRetrying] = useState(false);
  async function retry() {
    setRetrying(true);
    const again = () => call("POST /api/accounts/{accountId}/messages/{id}/retry", { params: { accountId, id: message.id } });
    await showAnswer(client, looking, again, (next) => ({ seq: 0, name: "message.updated", message: next })).catch((error: unknown) => toast.failed(errorText(error)));
    setRetrying(false);
  }
  const { code, message: reason } = message.error ?? { code: "", message: "" };
  return (
    <p className="mt-1 max-w-full break-words text-right text-xs text-bad-text">
      <CircleAlert aria-hidden className="mr-1 inline size-3.5 align-[-0.2em]" />
      <span>{code && t.has(`failure.${code}`) ? t(`failure.${code}`) : t("failedBecause", { reason: reason || t("noReason") })}</span>
      <button type="button" disabled={isRetrying} onClick={(event) => { keepPlace(event, "article"); void retry(); }} className="ml-2 font-semibold underline underline-offset-2 disabled:opacity-50 max-md:ml-auto max-md:block max-md:min-h-11">{t("tryAgain")}</button>
    </p>
  );
}
