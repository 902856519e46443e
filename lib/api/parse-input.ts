import type { z } from "zod";
import { en, es, pt } from "zod/locales";
import { storable } from "../db/storable.ts";
import { AppError } from "../errors.ts";

const sentences = { pt: pt().localeError, es: es().localeError, en: en().localeError };

/** Parses what came from outside. @throws AppError invalid_input with one sentence per field, in the reader's language */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, locale?: string | null): z.output<Schema> {
  const language = (locale ?? "en").slice(0, 2).toLowerCase();
  const error = sentences[language as keyof typeof sentences] ?? sentences.en;
  const parsed = schema.safeParse(storable(value), { error });
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new AppError("invalid_input", details.map((detail) => (detail.path ? `${detail.path}: ${detail.message}` : detail.message)).join("; "), { details });
}
