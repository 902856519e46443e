"use client";

import { useTranslations } from "next-intl";
import { ApiError } from "#lib/api-client/api-error.ts";

/** Says what went wrong in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return (error) => t(error instanceof ApiError ? error.code : "internal");
}
