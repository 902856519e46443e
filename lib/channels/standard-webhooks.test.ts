import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { newWebhookSecret, signWebhook } from "./standard-webhooks.ts";

describe("signWebhook", () => {
  const body = JSON.stringify({ type: "message.created", data: { content: "Olá, tudo bem? ✅" } });

  test("is accepted by the reference implementation", () => {
    const secret = newWebhookSecret();
    const headers = signWebhook({ secret, id: "msg_1", sentAt: new Date(), body });
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  });

  test("is refused by the reference implementation when the body, id or secret differ", () => {
    const secret = newWebhookSecret();
    const headers = signWebhook({ secret, id: "msg_1", sentAt: new Date(), body });
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook(secret).verify(body, { ...headers, "webhook-id": "msg_2" })).toThrow();
    expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow();
  });

  test("signs with both secrets while one is being replaced", () => {
    const [fresh, old] = [newWebhookSecret(), newWebhookSecret()];
    const headers = signWebhook({ secret: `${fresh},${old}`, id: "msg_1", sentAt: new Date(), body });
    expect(() => new Webhook(fresh).verify(body, headers)).not.toThrow();
    expect(() => new Webhook(old).verify(body, headers)).not.toThrow();
  });

  test("equals the reference implementation's signature, byte for byte", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const sentAt = new Date(1614265330_000);
    const ours = signWebhook({ secret, id: "msg_p5jXN8AQM9LWM0D4loKWxJek", sentAt, body: '{"test": 2432232314}' });
    expect(ours["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });
});
