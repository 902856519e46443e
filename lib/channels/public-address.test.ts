import { describe, expect, test } from "vitest";
import { isAllowedAddress } from "./public-address.ts";

describe("isAllowedAddress", () => {
  test.each(["8.8.8.8", "157.240.12.53", "2a03:2880:f211:d1:face:b00c:0:699c", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])(
    "%s is public", (address) => expect(isAllowedAddress(address, false)).toBe(true));

  test.each([
    "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:127.0.0.1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::",
    "3fff::1", "100::1", "not an address", "",
  ])("%s is not", (address) => expect(isAllowedAddress(address, false)).toBe(false));

  test.each(["127.0.0.1", "10.1.2.3", "::1", "fd12::1", "::ffff:127.0.0.1"])("%s is allowed where private networks are", (address) =>
    expect(isAllowedAddress(address, true)).toBe(true));

  test.each(["169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "fd00:ec2::254", "100.100.100.200"])(
    "%s (cloud metadata, link-local) is never allowed", (address) => expect(isAllowedAddress(address, true)).toBe(false));
});
