import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** `limit`: the machine's own figure for the same work, taken in this run. `target`: design figure, and whether it is met. */
export type Figure = { name: string; value: string; limit?: string; ratio?: number; target?: string; met?: boolean };

/** Prints the table and keeps it with the date in bench/results/<name>.json. */
export function report(name: string, figures: Figure[]): void {
  const rows = [["figure", "value", "limit, same run", "ratio", "target", ""], ...figures.map((figure) => [
    figure.name, figure.value, figure.limit ?? "", figure.ratio === undefined ? "" : figure.ratio.toFixed(2), figure.target ?? "",
    figure.met === undefined ? "" : figure.met ? "met" : "MISSED",
  ])];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd()).join("\n"));
  const folder = path.join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`);
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const rate = (value: number, what = "/s"): string => `${Math.round(value).toLocaleString("en")}${what}`;
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
