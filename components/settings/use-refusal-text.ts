"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { ApiError } from "#lib/api-client/api-error.ts";

/** Why an action was refused: the API's own reason where the catalog has a sentence for it, else that of its code. */
export function useRefusalText(): (error: unknown) => string {
  const t = useTranslations("errors");
  const errorText = useErrorText();
  return (error) => {
    const reason = error instanceof ApiError ? error.details.find((detail) => t.has(detail.message))?.message : undefined;
    return reason ? t(reason) : errorText(error);
  };
}
