import type { Runtime } from "./runtime-file.ts";

export const demoPassword = "balcao-demo-2026";
export const demoAdministrator = "marina@casaalegria.example";

/** What `bin/start --demo` prints below the address. */
export function demoSignIn(runtime: Runtime): string[] {
  return [
    `Sign in as ${demoAdministrator} (administrator) or rafael@casaalegria.example (agent), password ${demoPassword}`,
    `Write as a website visitor: ${runtime.baseUrl}/demo-site`,
    ...(runtime.providersUrl ? [`Write as a WhatsApp customer: ${runtime.providersUrl}`] : []),
  ];
}
