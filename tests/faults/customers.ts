import { createHmac } from "node:crypto";

export type Line = { phoneNumberId: string; appSecret: string; door: string };
export type Customer = { waId: string; line: Line; /** Texts that were acknowledged, in their order. */ acknowledged: string[] };

const patience = 5_000;

/**
 * One customer who writes on and on. Their provider posts each webhook again until it is answered 200, as Meta does, now and
 * then once more although it was, and sometimes several messages in one body.
 */
export async function writeAsCustomer(customer: Customer, random: () => number, isOver: () => boolean): Promise<void> {
  let n = 0;
  while (!isOver()) {
    const texts = Array.from({ length: random() < 0.25 ? 3 : 1 }, () => `${customer.waId} in ${++n}`);
    const body = webhook(customer, texts);
    await postUntilTaken(customer.line, body);
    customer.acknowledged.push(...texts);
    if (random() < 0.1) await postUntilTaken(customer.line, body);
    await pause(200 + random() * 500);
  }
}

function webhook(customer: Customer, texts: string[]): string {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value: {
      messaging_product: "whatsapp", metadata: { display_phone_number: "551133330000", phone_number_id: customer.line.phoneNumberId },
      contacts: [{ profile: { name: `Cliente ${customer.waId}` }, wa_id: customer.waId }],
      messages: texts.map((text) => ({ from: customer.waId, id: `wamid.${Buffer.from(text).toString("base64")}`, timestamp, type: "text", text: { body: text } })),
    } }] }],
  });
}

async function postUntilTaken(line: Line, body: string): Promise<void> {
  const signature = createHmac("sha256", line.appSecret).update(body).digest("hex");
  for (;;) {
    const response = await fetch(line.door, { method: "POST", body, headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` }, signal: AbortSignal.timeout(patience) }).catch(() => null);
    await response?.arrayBuffer().catch(() => {});
    if (response?.status === 200) return;
    await pause(150);
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
