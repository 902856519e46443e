import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project-root.ts";

const testFile = /\.(test|spec)\.tsx?$/;

/** What only the operator's commands load is in no page; the rest of its folder answers /api/health and /metrics. */
const operations = path.join(projectRoot, "lib/operations");
const served = ["check-health.ts", "metrics.ts", "within-two-seconds.ts"];

/** A hash over the contents of files and folders (relative to the project); what is missing counts as empty, tests not at all. */
export function sourceFingerprint(paths: string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap((each) => filesUnder(path.join(projectRoot, each)))) {
    hash.update(path.relative(projectRoot, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return testFile.test(place) ? [] : [place];
  const names = readdirSync(place).filter((name) => !name.startsWith(".") && (place !== operations || served.includes(name)));
  return names.sort().flatMap((name) => filesUnder(path.join(place, name)));
}
