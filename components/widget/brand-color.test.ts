import { expect, test } from "vitest";
import { inkOn } from "./brand-color.ts";

test.each([
  ["#0b5fff", "#ffffff"],
  ["#1f2937", "#ffffff"],
  ["#ffd400", "#111418"],
  ["#ffffff", "#111418"],
  ["#000000", "#ffffff"],
  ["#25d366", "#111418"],
])("text on %s is %s", (brand, ink) => {
  expect(inkOn(brand)).toBe(ink);
});
