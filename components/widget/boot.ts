import type { WidgetSettings } from "#lib/visitors/schemas.ts";
import type { WidgetLocale, WidgetStrings } from "./messages.ts";

/** What the frame's page inlines: everything for the first paint, in one language. */
export type BootData = {
  inboxToken: string;
  locale: WidgetLocale;
  strings: WidgetStrings;
  settings: WidgetSettings;
  limits: { text: number; files: number; fileSize: number };
};

export const boot: BootData = JSON.parse(document.getElementById("boot")!.textContent!);
