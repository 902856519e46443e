import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "./free-port.ts";

export type KeptPort = "postgres" | "redis" | "providers";

/** A free port for a private service: the one of the last start when it is still free. Remembered in the data folder. */
export async function keptPort(dataFolder: string, service: KeptPort): Promise<number> {
  const file = path.join(dataFolder, `${service}.port`);
  const port = await freePort(read(file));
  writeFileSync(file, `${port}\n`);
  return port;
}

function read(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}
