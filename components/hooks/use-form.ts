"use client";

import { useState } from "react";
import { useTranslations } from "next-intl";
import { ApiError } from "#lib/api-client/api-error.ts";
import { useErrorText } from "./use-error-text.ts";

export type Form<Values> = {
  values: Values;
  set: <Key extends keyof Values>(key: Key, value: Values[Key]) => void;
  reset: (values: Values) => void;
  dirty: boolean;
  busy: boolean;
  /** The API's word on one field. */
  errorOf: (path: string) => string | undefined;
  /** What belongs to no field. */
  problem: string | null;
  submit: () => Promise<void>;
};

/**
 * A form whose rules are the route's own: it sends, and shows the API's `details` beside their fields. The text of a detail is
 * a key of the catalog `errors` where that has one, else the API's own sentence.
 */
export function useForm<Values extends object>(initial: Values, send: (values: Values) => Promise<unknown>): Form<Values> {
  const t = useTranslations("errors");
  const errorText = useErrorText();
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const details = error instanceof ApiError ? error.details : [];
  return {
    values,
    set: (key, value) => setValues((now) => ({ ...now, [key]: value })),
    reset: (next) => { setBase(next); setValues(next); setError(null); },
    dirty: JSON.stringify(values) !== JSON.stringify(base),
    busy,
    errorOf: (path) => {
      const detail = details.find((each) => each.path === path || each.path.endsWith(`.${path}`));
      return detail ? (t.has(detail.message) ? t(detail.message) : detail.message) : undefined;
    },
    problem: error && !details.length ? errorText(error) : null,
    submit: async () => {
      setBusy(true);
      setError(null);
      try {
        await send(values);
        setBase(values);
      } catch (failure) {
        setError(failure);
      } finally {
        setBusy(false);
      }
    },
  };
}
