import { expect, test } from "vitest";
import { splitLinks } from "./split-links.ts";

test("addresses become links, the sentence around them stays text", () => {
  expect(splitLinks("Veja https://loja.com.br/pedido?n=1, ok?")).toEqual([
    "Veja ",
    { text: "https://loja.com.br/pedido?n=1", href: "https://loja.com.br/pedido?n=1" },
    ", ok?",
  ]);
  expect(splitLinks("(www.loja.com.br)")).toEqual(["(", { text: "www.loja.com.br", href: "https://www.loja.com.br" }, ")"]);
  expect(splitLinks("ana@loja.com.br.")).toEqual([{ text: "ana@loja.com.br", href: "mailto:ana@loja.com.br" }, "."]);
});

test("a bracket that the address opened stays in it", () => {
  expect(splitLinks("https://pt.wikipedia.org/wiki/Casa_(desambigua)")).toEqual([
    { text: "https://pt.wikipedia.org/wiki/Casa_(desambigua)", href: "https://pt.wikipedia.org/wiki/Casa_(desambigua)" },
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "só texto", ""])("%j holds no link", (text) => {
  expect(splitLinks(text).every((part) => typeof part === "string")).toBe(true);
});
