import path from "node:path";
import { startGraphServer } from "./graph-server.ts";

/**
 * The provider fakes by themselves, until a signal ends them: `PORT=3400 node tests/fakes/start.ts`. Under `bin/start`,
 * DEMO_PROVIDERS_URL names the port and the data folder keeps the chats.
 */
const { DEMO_PROVIDERS_URL: address, BALCAO_DATA: dataFolder, PORT } = process.env;
const server = await startGraphServer({ port: Number(address ? new URL(address).port : (PORT ?? 3400)), keepIn: dataFolder && path.join(dataFolder, "fake-providers.json") });
process.stdout.write(`Fake WhatsApp at ${server.url}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
