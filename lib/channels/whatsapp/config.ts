import { randomBytes } from "node:crypto";
import { z } from "zod";

const id = z.string().trim().regex(/^[\w.-]{1,64}$/, "The id as Meta shows it, not the phone number.");
const secret = z.string().trim().min(1).max(1024);

/** What Meta's app dashboard shows ("WhatsApp → API Setup" and "App settings → Basic"). */
export const whatsappConfig = z.object({
  phoneNumberId: id,
  businessAccountId: id.optional(),
  accessToken: secret,
  /** Signs the webhooks. "new,old" while it is being rotated or when several apps deliver here. */
  appSecret: secret,
  /** Meta repeats it in the handshake; ours to choose. */
  verifyToken: z.string().trim().min(1).max(256).default(() => randomBytes(18).toString("base64url")),
  graphUrl: z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com"),
  /** Not used where `graphUrl` already ends in a version. */
  graphVersion: z.string().regex(/^v\d{1,3}\.\d$/).default("v26.0"),
});
export type WhatsappConfig = z.infer<typeof whatsappConfig>;
