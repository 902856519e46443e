/** The worker container's health check: are its services there, and is what is owed being worked on? */
import { checkHealth, readiness } from "./check-health.ts";

readiness.ready = true;
const health = await checkHealth().catch((error: Error) => ({ status: "unavailable", error: error.message }));
process.stdout.write(`${JSON.stringify(health)}\n`);
process.exit(health.status === "ok" ? 0 : 1);
