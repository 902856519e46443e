import { expect, test } from "vitest";
import { beginningOf, storable, storableText } from "./storable.ts";

test("texts lose what PostgreSQL cannot keep and nothing else", () => {
  expect(storableText("a\0b\u{1F956} \ud83e \udd56\uffff\t\n")).toBe("ab\u{1F956} \ufffd \ufffd\uffff\t\n");
});

test("all texts and keys inside, at any place; dates, numbers and null stay what they are", () => {
  const at = new Date();
  expect(storable({ "k\0": ["x\0", { deep: "\ud800" }], at, n: 1, none: null, flag: false })).toEqual({ k: ["x", { deep: "\ufffd" }], at, n: 1, none: null, flag: false });
  expect(storable(JSON.parse('{"__proto__": {"a": 1}}'))).not.toHaveProperty("a");
});

test("absurdly deep nesting is refused with a sentence", () => {
  expect(() => storable(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)))).toThrow("nested");
});

test("a cut never leaves half of a character", () => {
  expect(beginningOf(`${"x".repeat(9)}🥖`, 10)).toBe("x".repeat(9));
  expect(beginningOf(`${"x".repeat(8)}🥖y`, 10)).toBe(`${"x".repeat(8)}🥖`);
});
