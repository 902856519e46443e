import { expect, it } from "vitest";
import { negotiateLocale } from "./negotiate-locale.ts";

it("takes the language that was chosen", () => expect(negotiateLocale("es", "en")).toBe("es"));
it("takes the best language the browser wishes for", () => expect(negotiateLocale(undefined, "fr, en;q=0.5, es;q=0.9")).toBe("es"));
it("finds a language by its first part", () => expect(negotiateLocale(undefined, "pt-PT")).toBe("pt-BR"));
it("is Brazilian Portuguese for everyone else", () => expect(negotiateLocale("xx", "fr")).toBe("pt-BR"));
