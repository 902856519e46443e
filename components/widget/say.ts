import { boot } from "./boot.ts";
import type { WidgetStrings } from "./messages.ts";

/** The sentence in the visitor's language, with its values filled in. */
export function say(key: keyof WidgetStrings, values: Record<string, string | number> = {}): string {
  return boot.strings[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
