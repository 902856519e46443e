import { expect, test } from "vitest";
import { widgetConfig } from "./config.ts";
import { frameAncestors, isAllowedOrigin } from "./frame-ancestors.ts";

test("an empty list allows every site", () => {
  expect(frameAncestors([])).toBe("frame-ancestors *");
  expect(isAllowedOrigin("https://qualquer.com", [], "https://chat.loja.com.br")).toBe(true);
});

test("listed sites need TLS where we have it, development hosts do not", () => {
  expect(frameAncestors(["loja.com.br", "*.loja.com.br", "localhost:3000"])).toBe(
    "frame-ancestors 'self' loja.com.br *.loja.com.br localhost:3000 http://localhost:3000",
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
  expect(isAllowedOrigin(origin, ["loja.com.br", "*.loja.com.br", "localhost:3000"], "https://chat.loja.com.br")).toBe(allowed);
});

test("without TLS here, as in a company's own network, sites need none either", () => {
  expect(isAllowedOrigin("http://intranet", ["intranet"], "http://balcao.intranet")).toBe(true);
  expect(isAllowedOrigin("http://intranet", ["intranet"], "https://balcao.intranet")).toBe(false);
});

test("domains may be pasted as addresses, but are kept as hosts", () => {
  const config = widgetConfig.parse({ allowedDomains: ["https://Loja.com.br/produtos", " *.loja.com.br "] });
  expect(config.allowedDomains).toEqual(["loja.com.br", "*.loja.com.br"]);
  expect(config.hmacSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(widgetConfig.safeParse({ allowedDomains: ["a b"] }).success).toBe(false);
  expect(widgetConfig.safeParse({ allowedDomains: ["x.com; script-src *"] }).success).toBe(false);
});
