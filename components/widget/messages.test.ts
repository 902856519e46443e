import { expect, test } from "vitest";
import { widgetLocale, widgetMessages } from "./messages.ts";

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(["en", "es"] as const)("%s says everything that pt-BR says, with the same values in it", (locale) => {
  expect(Object.keys(widgetMessages[locale])).toEqual(Object.keys(widgetMessages["pt-BR"]));
  for (const [key, text] of Object.entries(widgetMessages["pt-BR"])) {
    expect(placeholders(widgetMessages[locale][key as keyof typeof widgetMessages.en]), key).toEqual(placeholders(text));
  }
});

test("the first language that we speak wins, and pt-BR when there is none", () => {
  expect(widgetLocale("en-US")).toBe("en");
  expect(widgetLocale(null, undefined, "es-AR,es;q=0.9")).toBe("es");
  expect(widgetLocale("fr-FR,en;q=0.5")).toBe("en");
  expect(widgetLocale("de", "ja")).toBe("pt-BR");
  expect(widgetLocale("pt-PT")).toBe("pt-BR");
});
