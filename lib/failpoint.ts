/**
 * Lets a test end the process between two steps, as a power cut would: FAIL_AT="name" (every time) or "name:0.01" (one
 * time in a hundred). Does nothing otherwise.
 */
const [point, chance] = (process.env.FAIL_AT ?? "").split(":");

export function failpoint(name: string): void {
  if (point === name && Math.random() < Number(chance ?? 1)) process.kill(process.pid, "SIGKILL");
}
