import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "./tests/setup/chromium.ts";

/**
 * Journeys in a real browser against an instance of their own, started as an operator would (tests/setup/start-instance.ts).
 * Its addresses are in process.env: BALCAO_E2E_URL, BALCAO_E2E_PROVIDERS (the fakes), BALCAO_E2E_DATA (for bin/balcao).
 */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/setup/start-instance.ts",
  outputDir: "test-results",
  fullyParallel: false,
  // Journeys share one instance; each makes an account of its own where it would be in another's way.
  workers: process.env.BALCAO_E2E_WORKERS ? Number(process.env.BALCAO_E2E_WORKERS) : 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: process.env.BALCAO_E2E_REPORT ? [["dot"], ["json", { outputFile: process.env.BALCAO_E2E_REPORT }]] : [["list"]],
  use: {
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: chromiumArguments },
  },
  projects: [{ name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } }],
});
