import { createHmac } from "node:crypto";
import type { Request } from "./drive.ts";

export const whatsappSecret = "an-app-secret";
export const phoneNumberId = (inbox: number): string => `10654035224${1000 + inbox}`;

type Message = { inbox: number; token: string; customer: number; id: string; text: string };

/** One customer's text as Meta posts it, signed. */
export function whatsappWebhook({ inbox, token, customer, id, text }: Message): Request {
  const waId = `55119${String(80_000_000 + customer)}`;
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ field: "messages", value: {
      messaging_product: "whatsapp", metadata: { display_phone_number: "551150000000", phone_number_id: phoneNumberId(inbox) },
      contacts: [{ profile: { name: `Cliente ${customer}` }, wa_id: waId }],
      messages: [{ from: waId, id: `wamid.${id}`, timestamp: String(Math.floor(Date.now() / 1000)), type: "text", text: { body: text } }],
    } }] }],
  });
  const signature = createHmac("sha256", whatsappSecret).update(body).digest("hex");
  return { method: "POST", path: `/api/channels/whatsapp/${token}`, headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` }, body };
}
