import { expect, it } from "vitest";
import { colorIndex, initials } from "./initials.ts";

it("takes the first and the last name", () => expect(initials("Ana Maria de Souza")).toBe("AS"));
it("takes one letter of one name, accents kept", () => expect(initials("élton")).toBe("É"));
it("takes the last digits of a phone number", () => expect(initials("+55 11 98765-4321")).toBe("21"));
it("says nothing about nobody", () => expect(initials("  🙂 ")).toBe("?"));
it("gives a name the same colour however it is written", () => expect(colorIndex(" Ana ", 12)).toBe(colorIndex("ana", 12)));
