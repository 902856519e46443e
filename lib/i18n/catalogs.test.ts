import { readFileSync, readdirSync } from "node:fs";
import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import { areas } from "./areas.ts";
import { locales } from "./locales.ts";

type Tree = { [key: string]: string | Tree };
const folder = new URL("./messages/", import.meta.url);
const read = (locale: string, area: string) => JSON.parse(readFileSync(new URL(`${locale}/${area}.json`, folder), "utf8")) as Tree;

function flat(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)));
}
/** The names that a text fills in: {name}, {count, plural, …}, and those inside its branches. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
    const [whole = "", name = "", kind] = /^\{\s*(\w+)\s*(,\s*\w+\s*,)?/.exec(text.slice(at)) ?? [];
    if (!name || (!kind && text[at + whole.length] !== "}")) continue;
    // "one {agente}": a branch's own words, not a name.
    if (!kind && isBranch(text, at)) continue;
    names.add(name);
  }
  return [...names].sort();
}

/** Whether a brace opens a branch of a plural or select: the nearest open brace before it belongs to one. */
function isBranch(text: string, at: number): boolean {
  let depth = 0;
  for (let back = at - 1; back >= 0; back -= 1) {
    if (text[back] === "}") depth += 1;
    else if (text[back] === "{" && (depth -= 1) < 0) return /^\{\s*\w+\s*,/.test(text.slice(back));
  }
  return false;
}

describe("catalogs", () => {
  it("every area has a file in every language, and there are no others", () => {
    for (const locale of locales) expect(readdirSync(new URL(`${locale}/`, folder)).filter((name) => name !== "widget.json").sort(), locale).toEqual(areas.map((area) => `${area}.json`).sort());
  });
  it("every text is one that the build can compile", () => {
    for (const locale of locales) for (const area of areas) for (const [key, text] of flat(read(locale, area))) expect(() => compile(text), `${locale} ${area}.${key}`).not.toThrow();
  });
  for (const area of areas) {
    it(`${area}: the same texts in every language, with the same blanks`, () => {
      const [first, ...others] = locales.map((locale) => new Map(flat(read(locale, area))));
      for (const other of others) {
        expect([...other!.keys()].sort()).toEqual([...first!.keys()].sort());
        for (const [key, text] of first!) expect(placeholders(other!.get(key)!), key).toEqual(placeholders(text));
      }
    });
  }
});
