import { expect, test } from "vitest";
import { trueAddress } from "./client-address.ts";

test("a client on the internet cannot choose its own address", () => {
  expect(trueAddress("203.0.113.9", "1.2.3.4")).toBe("203.0.113.9");
});

test("a proxy on this machine or a private network is believed for the address it added last", () => {
  expect(trueAddress("::ffff:127.0.0.1", "6.6.6.6, 198.51.100.7")).toBe("198.51.100.7");
  expect(trueAddress("10.0.0.3", "2001:db8::1")).toBe("2001:db8::1");
  expect(trueAddress("172.20.0.2", undefined)).toBe("172.20.0.2");
  expect(trueAddress("127.0.0.1", "nonsense")).toBe("127.0.0.1");
});
