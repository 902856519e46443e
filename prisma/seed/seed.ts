/** `bin/start --demo` runs it in a process of its own; prints one line. */
import { sentenceOf } from "#lib/operations/sentence-of.ts";
import { seedDemo } from "./seed-demo.ts";

try {
  process.stdout.write(`${await seedDemo()}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n${(error as Error).stack}\n`);
  process.exit(1);
}
