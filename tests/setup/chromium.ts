import { spawnSync } from "node:child_process";
import { aptInstall } from "#lib/operations/redis-program.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of the machine: CHROMIUM_PATH, else one on the PATH. Undefined: Playwright's own download is used. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH || names.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim()).find(Boolean);
}

/** Debian's package as root, else Playwright's download. @throws Error that says what to install */
export function ensureChromium(): void {
  if (chromiumPath()) return;
  if (process.getuid?.() === 0 && aptInstall(["chromium"]) && chromiumPath()) return;
  if (spawnSync("playwright", ["install", "chromium"], { stdio: "ignore" }).status === 0) return;
  throw new Error("No Chromium: install it with “sudo apt-get install chromium”, or name one with CHROMIUM_PATH.");
}

/** Root may not use Chromium's sandbox; the rest keeps it from asking the network for anything of its own. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
