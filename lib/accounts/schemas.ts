import { z } from "zod";
import { newInboxInput } from "../inboxes/schemas.ts";
import { locales } from "../profile/schemas.ts";

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
}

export const newAccountInput = z.object({
  name: z.string().trim().min(1).max(100),
  locale: z.enum(locales).default("pt-BR"),
  /** IANA, e.g. America/Sao_Paulo. */
  timeZone: z.string().max(60).refine(isTimeZone, "time_zone").default("America/Sao_Paulo"),
  administrator: z.object({ name: z.string().trim().min(1).max(100), email: z.email().trim().max(254), password: z.string().max(200) }),
});

/** The first run: account, administrator and, unless that is left for later, the first inbox. */
export const onboardingInput = newAccountInput.extend({ inbox: newInboxInput.optional() });
export const onboardingState = z.object({ needed: z.boolean() });
export const onboarded = z.object({ accountId: z.number(), inboxId: z.string().nullable() });
