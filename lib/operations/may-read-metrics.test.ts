import { expect, test } from "vitest";
import { mayReadMetrics } from "./may-read-metrics.ts";

const ask = (remoteAddress: string | undefined, headers: Record<string, string> = {}, token?: string) => mayReadMetrics({ headers, remoteAddress }, token);

test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "172.18.0.4", "192.168.1.9", "fd00::5"])("without a token %s may read, unless a proxy speaks for somebody", (address) => {
  expect(ask(address)).toBe(200);
  for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-proto", "cf-connecting-ip"]) expect(ask(address, { [header]: "127.0.0.1" })).toBe(404);
});

test.each(["203.0.113.9", "172.32.0.1", "2001:db8::1", "::ffff:198.51.100.7", undefined])("without a token %s finds nothing", (address) => {
  expect(ask(address)).toBe(404);
  expect(ask(address, { authorization: "Bearer undefined" })).toBe(404);
});

test("with a token only that opens, from anywhere", () => {
  expect(ask("203.0.113.9", { authorization: "Bearer right", "x-forwarded-for": "203.0.113.9" }, "right")).toBe(200);
  expect(ask("127.0.0.1", {}, "right")).toBe(401);
  expect(ask("127.0.0.1", { authorization: "Bearer wrong" }, "right")).toBe(401);
});
