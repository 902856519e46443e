import { expect, test } from "vitest";
import { widgetConfig } from "./config.ts";
import { frameAncestors, isAllowedOrigin } from "./frame-ancestors.ts";

test("an empty list allows every site", () => {
  expect(frameAncestors([])).toBe("frame-ancestors *");
  expect(isAllowedOrigin("https://qualquer.com", [])).toBe(true);
});

test("listed sites need TLS, development hosts do not", () => {
  expect(frameAncestors(["loja.com.br", "*.loja.com.br", "localhost:3000"])).toBe(
    "frame-ancestors 'self' https://loja.com.br https://*.loja.com.br https://localhost:3000 http://localhost:3000",
  );
});

test.each([
  ["https://loja.com.br", true],
  ["https://blog.loja.com.br", true],
  ["http://loja.com.br", false],
  ["https://maloja.com.br", false],
  ["https://loja.com.br.mau.com", false],
  ["http://localhost:3000", true],
  ["http://localhost:3001", false],
  ["null", false],
])("%s: %s", (origin, allowed) => {
  expect(isAllowedOrigin(origin, ["loja.com.br", "*.loja.com.br", "localhost:3000"])).toBe(allowed);
});

test("domains may be pasted as addresses, but are kept as hosts", () => {
  const config = widgetConfig.parse({ allowedDomains: ["https://Loja.com.br/produtos", " *.loja.com.br "] });
  expect(config.allowedDomains).toEqual(["loja.com.br", "*.loja.com.br"]);
  expect(config.hmacSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(widgetConfig.safeParse({ allowedDomains: ["a b"] }).success).toBe(false);
  expect(widgetConfig.safeParse({ allowedDomains: ["x.com; script-src *"] }).success).toBe(false);
});
