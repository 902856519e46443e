import { expect, it } from "vitest";
import { keyName } from "./use-shortcuts.ts";

const press = (key: string, part: Partial<KeyboardEvent> = {}) => keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part });

it("names a letter by what is written, with or without caps lock", () => expect([press("j"), press("J")]).toEqual(["j", "j"]));
it("does not take Shift+E for e", () => expect(press("E", { shiftKey: true })).toBe("Shift+E"));
it("knows ? and / on layouts where they need Shift", () => expect([press("?", { shiftKey: true }), press("/", { shiftKey: true })]).toEqual(["?", "/"]));
it("does not take Ctrl+R, which is the browser's, for r", () => expect(press("r", { ctrlKey: true })).toBe("Ctrl+r"));
