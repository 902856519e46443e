const started = Date.now();
const terminal = process.stdout;
// A closed terminal (nohup, a pipe to head) must not take the instance down.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** The lines people read while Balcão starts. On a terminal the running step shows itself until it is done. */
export const progress = {
  line(text = ""): void {
    terminal.write(`${text}\n`);
  },

  /** Shows `label` while `work` runs, then one line with what came of it. `work` answers what to print, or nothing at all. */
  async step(label: string, work: () => Promise<string | undefined>): Promise<void> {
    const begun = Date.now();
    const running = `  … ${label}`;
    // Without a terminal only slow steps announce themselves.
    const timer = setTimeout(() => terminal.write(terminal.isTTY ? running : `${running}\n`), terminal.isTTY ? 0 : 1_500);
    const clear = () => (clearTimeout(timer), terminal.isTTY && terminal.write("\r\x1b[2K"));
    try {
      const outcome = await work();
      clear();
      if (outcome !== undefined) progress.line(`  ✓ ${outcome.padEnd(52)} ${seconds(Date.now() - begun)}`);
    } catch (error) {
      clear();
      progress.line(`  ✗ ${label}`);
      throw error;
    }
  },

  warn(text: string): void {
    process.stderr.write(`  ! ${text}\n`);
  },

  /** Since the command began. */
  elapsed: (): string => seconds(Date.now() - started),
};

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
