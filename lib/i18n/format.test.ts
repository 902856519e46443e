import { describe, expect, it } from "vitest";
import { formatFor, formatPhone } from "./format.ts";

const now = new Date("2026-11-22T15:00:00Z");
const format = formatFor("pt-BR", "America/Sao_Paulo");

describe("format", () => {
  it("says the time today, yesterday's name, a weekday, then the date", () => {
    expect(["2026-11-22T12:05:00Z", "2026-11-21T12:00:00Z", "2026-11-18T12:00:00Z", "2026-10-02T12:00:00Z"].map((at) => format.brief(at, now))).toEqual(["09:05", "ontem", "qua", "2 out"]);
  });
  it("counts days in the account's zone: one in the morning UTC is still yesterday in São Paulo", () => {
    expect(format.day("2026-11-22T01:00:00Z")).toBe("2026-11-21");
    expect(format.dayName("2026-11-22T01:00:00Z", now)).toBe("Ontem");
  });
  it("writes sizes for people", () => expect([format.size(900), format.size(2048), format.size(1_500_000)]).toEqual(["900 B", "2 KB", "1,4 MB"]));
});

it("spaces phone numbers for reading", () => {
  expect(["+5511987654321", "+551132654321", "+14155552671", "+34911234567", "weird"].map(formatPhone)).toEqual(["+55 11 98765-4321", "+55 11 3265-4321", "+1 415 555-2671", "+34 911 234 567", "weird"]);
});
