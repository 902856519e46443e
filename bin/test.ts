import { parseArgs } from "node:util";
import { prepareBuild, prismaClient } from "#lib/operations/prepare-build.ts";
import { progress } from "#lib/operations/progress.ts";
import { sentenceOf } from "#lib/operations/sentence-of.ts";
import { type Outcome, steps } from "#tests/setup/steps.ts";

const help = `Runs every check and ends with “N passed, N failed”.

  bin/test                  everything
  bin/test types unit …     only these steps: ${steps.map((step) => step.name).join(", ")}`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return progress.line(help);
  const unknown = positionals.find((name) => !steps.some((step) => step.name === name));
  if (unknown) throw new Error(`There is no step “${unknown}”.\n\n${help}`);
  await prepareBuild([prismaClient], process.env, () => {}, () => progress.line("  … another build is under way; waiting for it"));

  const total: Outcome = { passed: 0, failed: 0 };
  for (const step of steps) {
    if (positionals.length > 0 && !positionals.includes(step.name)) continue;
    const begun = Date.now();
    const outcome = await step.run().catch((error: unknown): Outcome => ({ passed: 0, failed: 1, details: sentenceOf(error) }));
    if (!outcome) continue;
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    const figures = outcome.failed ? `${outcome.passed} passed, ${outcome.failed} failed:` : outcome.passed;
    // Never "N passed, N failed" alone on a line but for the last.
    progress.line(`  ${outcome.failed ? "✗" : "✓"} ${step.name.padEnd(12)} ${figures}  (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    if (outcome.failed && outcome.details) progress.line(outcome.details);
  }
  progress.line(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed || !total.passed ? 1 : 0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  progress.line("0 passed, 1 failed");
  process.exit(1);
});
