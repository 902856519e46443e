import type { BootData } from "./boot.ts";
import { inkOn } from "./brand-color.ts";
import type { LauncherSetup } from "./frame-protocol.ts";
import { widgetMessages, type WidgetLocale } from "./messages.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]!);

/** The document in the iframe. Everything for the first paint is in it; the JSON cannot close its element. */
export function framePage(boot: Omit<BootData, "strings">, version: string): string {
  const data: BootData = { ...boot, strings: widgetMessages[boot.locale] };
  return `<!doctype html>
<html lang="${boot.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<meta name="theme-color" content="${escapeHtml(boot.settings.color)}">
<title>${escapeHtml(boot.settings.name)}</title>
<link rel="stylesheet" href="/widget/app.css?v=${version}">
<script type="application/json" id="boot">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script type="module" src="/widget/app.js?v=${version}"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

/**
 * What the frame may do. `ownOrigin` is where Balcão is served: older Safari does not count a socket to it as 'self'.
 * `ancestors` is the inbox's `frame-ancestors` directive.
 */
export function framePolicy(ownOrigin: string, ancestors: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src 'self' ${ownOrigin.replace(/^http/, "ws")}`,
    "base-uri 'none'",
    "form-action 'none'",
    ancestors,
  ].join("; ");
}

/** The outlines of the launcher's icons, in a box of 24. */
const icons = ["M4 11.4C4 7.3 7.6 4 12 4s8 3.3 8 7.4-3.6 7.4-8 7.4c-.9 0-1.8-.1-2.6-.4L5 20l.9-3.7A7.1 7.1 0 0 1 4 11.4Z", "m6 9.5 6 6 6-6"];

/** The script that tells the loader what the launcher looks like and says. */
export function launcherScript(settings: { color: string; position: "left" | "right" }, locale: WidgetLocale, style: string): string {
  const strings = widgetMessages[locale];
  const setup: LauncherSetup = {
    color: settings.color,
    ink: inkOn(settings.color),
    position: settings.position,
    style,
    icons,
    labels: { open: strings["launcher.open"], close: strings["launcher.close"], title: strings["launcher.title"], unread: strings["launcher.unread"] },
  };
  return `Balcao.setup(${JSON.stringify(setup)});\n`;
}
