import { ApiError } from "#lib/api-client/api-error.ts";

/** Refuses blank fields before the API is asked, in the API's own shape, so that they show in the same place. @throws ApiError */
export function demand<Values extends object>(values: Values, required: readonly (keyof Values & string)[]): void {
  const blank = required.filter((name) => String(values[name] ?? "").trim() === "");
  if (blank.length) throw new ApiError("invalid_input", 422, "Some fields are blank.", blank.map((path) => ({ path, message: "required" })));
}
