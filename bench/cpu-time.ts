import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/** Processor seconds a process and all its descendants have used; those that ended count with their parent. */
export function cpuSeconds(pid: number): number {
  const processes = new Map(readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => statOf(Number(name))));
  const total = (id: number): number => {
    const stat = processes.get(id);
    if (!stat) return 0;
    return stat.ticks + [...processes].filter(([, other]) => other.parent === id).reduce((sum, [child]) => sum + total(child), 0);
  };
  return total(pid) / ticksPerSecond;
}

function statOf(pid: number): [number, { parent: number; ticks: number }][] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    // state, parent, … utime, stime, cutime, cstime (proc(5)).
    return [[pid, { parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) }]];
  } catch {
    return [];
  }
}
