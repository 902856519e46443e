import net from "node:net";

const refused = new net.BlockList();
const alwaysRefused = new net.BlockList();

// IANA's special-purpose registries (RFC 6890 and its updates).
for (const [address, prefix] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
  ["192.0.2.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24],
  ["224.0.0.0", 4], ["240.0.0.0", 4],
] as const) refused.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const) {
  refused.addSubnet(address, prefix, "ipv6");
}

// Cloud providers hand out credentials here: never wanted, also where private networks are allowed.
alwaysRefused.addSubnet("169.254.0.0", 16, "ipv4");
alwaysRefused.addAddress("100.100.100.200", "ipv4");
alwaysRefused.addSubnet("fe80::", 10, "ipv6");
alwaysRefused.addAddress("fd00:ec2::254", "ipv6");

const globalUnicast = new net.BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** May we connect to this IP address? With `allowPrivate`, everything but the addresses of cloud metadata services. */
export function isAllowedAddress(address: string, allowPrivate: boolean): boolean {
  const bare = address.split("%")[0] ?? "";
  if (net.isIPv4(bare)) return !alwaysRefused.check(bare, "ipv4") && (allowPrivate || !refused.check(bare, "ipv4"));
  if (!net.isIPv6(bare)) return false;
  const embedded = embeddedIpv4(bare);
  if (embedded) return isAllowedAddress(embedded, allowPrivate);
  if (alwaysRefused.check(bare, "ipv6")) return false;
  return allowPrivate || (globalUnicast.check(bare, "ipv6") && !refused.check(bare, "ipv6"));
}

/** The IPv4 address inside ::ffff:0:0/96 (mapped), ::/96 (compatible, but :: and ::1) and 64:ff9b::/96 (NAT64). */
function embeddedIpv4(address: string): string | undefined {
  // The URL parser writes every spelling of an IPv6 address in the one canonical way.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const match = /^(?:::ffff:|64:ff9b::|::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!match) return undefined;
  const [high, low] = [parseInt(match[1]!, 16), parseInt(match[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
