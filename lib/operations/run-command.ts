import type { Command } from "commander";
import { type Connected, connectInstance } from "./connect-instance.ts";
import { sentenceOf } from "./sentence-of.ts";

/** What a command found or did: `text` for people, `json` for machines. */
export type Answer = { text: string; json: unknown; failed?: boolean };

/**
 * The body of every command that needs the database. Prints the answer, or one sentence on stderr and exit code 1;
 * with --json an error is `{"error": "…"}`.
 */
export async function runCommand(command: Command, work: (connected: Connected) => Promise<Answer>, options: { create?: boolean } = {}): Promise<void> {
  await runUnconnected(command, async () => {
    const connected = await connectInstance(options);
    try {
      return await work(connected);
    } finally {
      await connected.close();
    }
  });
}

/** The same for commands that see to their connection themselves. */
export async function runUnconnected(command: Command, work: () => Promise<Answer>): Promise<void> {
  const json = Boolean(command.optsWithGlobals().json);
  let code = 0;
  try {
    const answer = await work();
    const printed = json ? JSON.stringify(answer.json) : answer.text;
    if (printed) process.stdout.write(`${printed}\n`);
    code = answer.failed ? 1 : 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (json) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
    else process.stderr.write(`${sentence}\n`);
    code = 1;
  }
  // Pools that lib/ opened would keep the process alive.
  process.exit(code);
}
