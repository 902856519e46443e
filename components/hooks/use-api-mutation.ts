"use client";

import { useMutation, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import type { ApiError } from "#lib/api-client/api-error.ts";
import { call, type InputOf, type OutputOf, type RouteName } from "#lib/api-client/call.ts";

type Options<Name extends RouteName> = {
  /** The reads that this write makes untrue: fetched again when it succeeds. */
  invalidates?: readonly RouteName[];
  onSuccess?: (output: OutputOf<Name>, input: InputOf<Name>) => void;
  onError?: (error: ApiError, input: InputOf<Name>) => void;
};

/** The one way to write. */
export function useApiMutation<Name extends RouteName>(name: Name, options: Options<Name> = {}): UseMutationResult<OutputOf<Name>, ApiError, InputOf<Name>> {
  const client = useQueryClient();
  return useMutation<OutputOf<Name>, ApiError, InputOf<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (output, input) => {
      for (const read of options.invalidates ?? []) void client.invalidateQueries({ queryKey: [read] });
      options.onSuccess?.(output, input);
    },
    onError: (error, input) => options.onError?.(error, input),
  });
}
