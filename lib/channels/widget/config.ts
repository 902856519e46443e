import { randomBytes } from "node:crypto";
import { z } from "zod";

/** "loja.com.br", "*.loja.com.br" or "localhost:3000": a host, with a port where it is not the usual one. No scheme, no path. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((value) => value.replace(/^https?:\/\//, "").replace(/\/.*$/, ""))
  .pipe(z.string().regex(/^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]+(:\d{1,5})?$/, "Write a domain like loja.com.br or *.loja.com.br."));

export const widgetConfig = z.object({
  /** Sites that may show the chat; their subdomains by a leading "*.". Empty: any site. */
  allowedDomains: z.array(domain).max(100).default([]),
  /** Empty: the widget's own greeting in the visitor's language. */
  welcomeTitle: z.string().trim().max(120).default(""),
  welcomeText: z.string().trim().max(500).default(""),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "Write a colour like #0b5fff.")
    .default("#0f6e56"),
  position: z.enum(["left", "right"]).default("right"),
  /** Key of the identity check: the site's server signs its user's id with it. Made here when none is given. */
  hmacSecret: z
    .string()
    .min(16)
    .max(256)
    .default(() => randomBytes(32).toString("hex")),
  /** Only people whose identity the site has signed may write. */
  identityRequired: z.boolean().default(false),
  /** The language for every visitor; without it the page's, or the browser's. */
  locale: z.enum(["pt-BR", "en", "es"]).optional(),
});
export type WidgetConfig = z.output<typeof widgetConfig>;
