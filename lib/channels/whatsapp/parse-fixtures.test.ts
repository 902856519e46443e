import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { DoorRequest, InboundEvent } from "../adapter.ts";
import { whatsappConfig } from "./config.ts";
import { answerHandshake, verifySignature } from "./door.ts";
import { parseWebhook } from "./parse-webhook.ts";

/** Payloads from Meta's documentation and from other projects' recorded traffic, kept beside the repository where they are at hand. */
const root = path.resolve(process.env.BALCAO_FIXTURES ?? "../shared/fixtures");
const files = globSync(["whatsapp/inbound-*/*.json", "whatsapp/samples-*/*.json", "whatsapp/replay-*/*.json"], { cwd: root }).sort();
const present = existsSync(root);
const read = (file: string) => readFileSync(path.join(root, file));

function parseFile(file: string): InboundEvent[] {
  const raw = read(file);
  const phoneNumberId = /"phone_number_id":\s*"([^"]+)"/.exec(raw.toString())?.[1] ?? "1";
  const config = { ...whatsappConfig.parse({ phoneNumberId: "1", accessToken: "t", appSecret: "s" }), phoneNumberId };
  return parseWebhook(raw, config);
}

/** What the name of a fixture promises. */
const promised: [pattern: RegExp, kinds: string[]][] = [
  [/messages--status-read\.json|message-status--group/, ["notice"]],
  [/messages--status-|\/message-status--|status-update-message|statusUpdate/, ["status"]],
  [/reaction/, ["reaction"]],
  [/--edit/, ["edit"]],
  [/revoke|--delete\.json/, ["revoke"]],
  [/messages--system|phone-number-change|user-changed|bsuid-rotation/, ["identity"]],
  [/messages--errors/, ["notice"]],
  [/call-connect/, ["message"]],
  [/\/messages--|\/message--|callback-|flow-completion|echo-text|outgoing-message--text|-message\.json|interactive-|text-message|Message\.json/, ["message"]],
];

describe.skipIf(!present)(`recorded payloads (skipped where ${root} does not exist)`, () => {
  test("are all there", () => expect(files.length).toBeGreaterThan(120));

  test.each(files)("%s", (file) => {
    const events = parseFile(file);
    const kinds = promised.find(([pattern]) => pattern.test(file))?.[1] ?? ["notice"];
    expect(events.map((event) => event.kind)).toEqual(kinds);
    for (const event of events) {
      if (event.kind !== "message") continue;
      expect(event.from.externalIds.length).toBeGreaterThan(0);
      expect(event.content !== "" || event.attachments?.length || Object.keys(event.extras ?? {}).length).toBeTruthy();
      // Only what is truly unknown, a call or a group may come out as unsupported.
      expect(event.extras?.unsupported !== undefined).toBe(/unsupported|call-connect|text-group/.test(file));
    }
  });

  test("none of them can be damaged into an exception", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const junk = [null, "", 0, -1, [], {}, "\0", [[]], { a: 1 }, true, "9".repeat(400), ["x"], 1e300];
    for (const file of files) {
      for (let round = 0; round < 20; round++) {
        const body: unknown = JSON.parse(read(file).toString());
        const spots: [holder: Record<string, unknown>, key: string][] = [];
        const walk = (node: unknown): void => {
          if (typeof node !== "object" || node === null) return;
          for (const key of Object.keys(node)) {
            spots.push([node as Record<string, unknown>, key]);
            walk((node as Record<string, unknown>)[key]);
          }
        };
        walk(body);
        for (let hit = 0; hit < 3; hit++) {
          const [holder, key] = spots[random(spots.length)]!;
          holder[key] = junk[random(junk.length)];
        }
        const config = whatsappConfig.parse({ phoneNumberId: "106540352242922", accessToken: "t", appSecret: "s" });
        const events = parseWebhook(Buffer.from(JSON.stringify(body)), config);
        expect(events.length).toBeGreaterThan(0);
      }
    }
  });

  const vectors = present ? (JSON.parse(read("signatures/meta-x-hub-signature-256.json").toString()) as { name: string; appSecret: string; bodyBase64: string; header: string | null; valid: boolean }[]) : [];
  test.each(vectors)("signature: $name", ({ appSecret, bodyBase64, header, valid }) => {
    const request: DoorRequest = { method: "POST", headers: { "x-hub-signature-256": header ?? undefined }, query: new URLSearchParams(), rawBody: Buffer.from(bodyBase64, "base64") };
    const config = whatsappConfig.parse({ phoneNumberId: "1", accessToken: "t", appSecret });
    expect(verifySignature(request, config)).toBe(valid);
    expect(verifySignature(request, { ...config, appSecret: `new-secret, ${appSecret}` })).toBe(valid);
    expect(verifySignature(request, { ...config, appSecret: "another" })).toBe(false);
  });

  const handshakes = present ? (JSON.parse(read("signatures/meta-verify-handshake.json").toString()) as { query: string; verifyToken: string; status: number; body?: string }[]) : [];
  test.each(handshakes)("handshake: $query", ({ query, verifyToken, status, body }) => {
    const config = whatsappConfig.parse({ phoneNumberId: "1", accessToken: "t", appSecret: "s", verifyToken: verifyToken ?? "meatyhamhock" });
    const answer = answerHandshake({ method: "GET", headers: {}, query: new URLSearchParams(query), rawBody: new Uint8Array() }, config);
    expect({ status: answer.status, body: status === 200 ? answer.body : undefined }).toEqual({ status, body });
  });
});
