import { readFileSync } from "node:fs";

/** Memory of one process in bytes. Shared pages are split between those who share them (PSS), so processes may be added up. */
export function memoryOf(pid: number): { resident: number; proportional: number } {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0);
  return { resident: kilobytes("Rss") * 1024, proportional: kilobytes("Pss") * 1024 };
}
