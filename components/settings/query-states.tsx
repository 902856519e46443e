"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "#components/hooks/use-error-text.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";

type Query<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };
type QueryStatesProps<Data> = {
  query: Query<Data>;
  isEmpty?: (data: Data) => boolean;
  /** Says what would be here and what to do. */
  empty?: ReactNode;
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** The four states of what is read: loading, error with retry, empty, data. Data that is here stays while it is read again. */
export function QueryStates<Data>({ query, isEmpty, empty, loading, children }: QueryStatesProps<Data>) {
  const t = useTranslations("ui");
  const errorText = useErrorText();
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data);
  if (query.error) return <ErrorState onRetry={() => void query.refetch()}>{errorText(query.error)}</ErrorState>;
  return loading ?? <SkeletonRows rows={4} label={t("loading")} />;
}
