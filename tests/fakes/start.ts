import { startGraphServer } from "./graph-server.ts";

/** `PORT=3400 node tests/fakes/start.ts`: the provider fakes by themselves, until a signal ends them. */
const server = await startGraphServer({ port: Number(process.env.PORT ?? 3400) });
process.stdout.write(`Fake WhatsApp at ${server.url}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
