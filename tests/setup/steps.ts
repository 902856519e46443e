import { spawn } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "#lib/operations/project-root.ts";
import { redisProgram } from "#lib/operations/redis-program.ts";
import { ensureChromium } from "./chromium.ts";

/** What one step of bin/test came to; a step that is not made of tests counts as one. */
export type Outcome = { passed: number; failed: number; details?: string };
/** `run` answers undefined where there is nothing to do. */
export type Step = { name: string; run: () => Promise<Outcome | undefined> };

export const steps: Step[] = [
  { name: "types", run: async () => (await command("next", ["typegen"]), single(await command("tsc", ["--noEmit"]))) },
  { name: "lint", run: async () => single(await command("oxlint", ["--quiet"])) },
  { name: "imports", run: async () => single(await command("depcruise", ["--config", ".dependency-cruiser.cjs", ...sources()])) },
  { name: "unit", run: unit },
  { name: "journeys", run: journeys },
  { name: "faults", run: faults },
];

type Finished = { code: number; output: string };

function sources(): string[] {
  return ["app", "components", "lib", "workers", "server.ts", "bin"].filter((place) => existsSync(path.join(projectRoot, place)));
}

/** Unit, integration and contract tests, on a PostgreSQL and Redis of their own. */
async function unit(): Promise<Outcome> {
  await redisProgram();
  return withReport(async (report) => {
    const finished = await command("vitest", ["run", "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`], { LOG_LEVEL: "silent" });
    const results = readReport(report) as { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] } | undefined;
    if (!results) return single({ ...finished, code: finished.code || 1 });
    const brokenFiles = results.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
    return counted(finished, results.numPassedTests, results.numFailedTests + brokenFiles);
  });
}

/** Journeys in a real browser against a built instance. */
async function journeys(): Promise<Outcome | undefined> {
  if (globSync("tests/e2e/**/*.spec.ts", { cwd: projectRoot }).length === 0) return undefined;
  ensureChromium();
  return withReport(async (report) => {
    const finished = await command("playwright", ["test"], { BALCAO_E2E_REPORT: report });
    const results = readReport(report) as { stats: { expected: number; unexpected: number; flaky: number } } | undefined;
    if (!results) return single({ ...finished, code: finished.code || 1 });
    return counted(finished, results.stats.expected, results.stats.unexpected + results.stats.flaky);
  });
}

/** Processes are killed under load; tests/faults/run.ts prints its own "N passed, N failed". */
async function faults(): Promise<Outcome | undefined> {
  if (!existsSync(path.join(projectRoot, "tests/faults/run.ts"))) return undefined;
  const finished = await command("node", ["tests/faults/run.ts", "--short"]);
  const figures = [...finished.output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return figures ? counted(finished, Number(figures[1]), Number(figures[2])) : single({ ...finished, code: finished.code || 1 });
}

/** A run that failed although no test did (an error outside of them) has one failure. */
function counted(finished: Finished, passed: number, failed: number): Outcome {
  return { passed, failed: failed || (finished.code === 0 ? 0 : 1), details: tail(finished.output) };
}

function single(finished: Finished): Outcome {
  return finished.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: tail(finished.output) };
}

// Summaries of other programs must not look like ours, which is alone on the last line.
function tail(output: string): string {
  return output.trim().split("\n").slice(-80).map((line) => `    ${line}`).join("\n");
}

async function withReport(work: (report: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-report-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

async function command(name: string, args: string[], env: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(path.join(projectRoot, "node_modules/.bin", name), args, {
      cwd: projectRoot, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env }, stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
