import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "../errors.ts";

const folder = path.resolve("public/widget");

/** What bin/build-widget.ts left: the version of app.js and app.css, and the launcher's style. Kept once it has been read. */
let kept: { version: string; launcherStyle: string } | undefined;

/** @throws AppError unavailable when the widget has not been built */
export async function widgetBuild(): Promise<{ version: string; launcherStyle: string }> {
  if (kept) return kept;
  try {
    const [version, launcherStyle] = await Promise.all(["version", "launcher.css"].map((name) => readFile(path.join(folder, name), "utf8")));
    const build = { version: version!.trim(), launcherStyle: launcherStyle!.trim() };
    if (process.env.NODE_ENV === "production") kept = build;
    return build;
  } catch (error) {
    throw new AppError("unavailable", "The widget has not been built: run node bin/build-widget.ts.", { cause: error });
  }
}
