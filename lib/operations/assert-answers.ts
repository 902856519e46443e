import net from "node:net";
import { OperatorError } from "./operator-error.ts";
import { waitUntil } from "./wait-until.ts";

const usualPorts: Record<string, number> = { "postgres:": 5432, "postgresql:": 5432, "redis:": 6379, "rediss:": 6379 };

/**
 * A service of the operator's own listens at its address; one that is just starting is waited for.
 * @param variable the name of the variable that holds the address
 * @throws OperatorError without the address's password
 */
export async function assertAnswers(variable: string, address: string, timeoutMs = 15_000): Promise<void> {
  if (!URL.canParse(address)) throw new OperatorError(`${variable} is not an address. It looks like ${variable === "REDIS_URL" ? "redis://host:6379" : "postgresql://user:password@host:5432/database"}.`);
  const url = new URL(address);
  const port = Number(url.port || usualPorts[url.protocol]);
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, "");
  // A socket's path instead of a host: the driver will say.
  if (!host || host.startsWith("/") || !port) return;
  if (!(await waitUntil(() => listens(host, port), timeoutMs, 250))) throw new OperatorError(`Nothing answers at ${host}:${port}, where ${variable} points. Is it running, and is the address right?`);
}

async function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5_000 });
    const finish = (answer: boolean) => (socket.destroy(), resolve(answer));
    socket.once("connect", () => finish(true)).once("error", () => finish(false)).once("timeout", () => finish(false));
  });
}
