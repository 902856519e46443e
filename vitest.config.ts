import { defineConfig } from "vitest/config";

/** Test files that run at the same time; tests/setup starts one Redis for each. */
export const parallelFiles = 2;

export default defineConfig({
  test: {
    include: ["lib/**/*.test.{ts,tsx}", "components/**/*.test.{ts,tsx}", "app/**/*.test.ts", "tests/contract/**/*.test.ts", "tests/integration/**/*.test.ts", "tests/operations/**/*.test.ts"],
    globalSetup: ["tests/setup/start-services.ts"],
    setupFiles: ["tests/setup/own-database.ts"],
    pool: "forks",
    maxWorkers: parallelFiles,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What happens in another process or at another end of a socket takes its time on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // A test that needs a second try hides a race.
    retry: 0,
  },
});
