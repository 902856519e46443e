import pg from "pg";
import { logger } from "../logger.ts";
import { connectionString } from "./roles.ts";
import { systemPool } from "./system.ts";

/**
 * A wake-up call between processes, by Postgres NOTIFY. Sent after the commit and outside of it (a NOTIFY inside makes
 * commits queue up), at most one in flight per channel; whoever listens polls too, so a lost call costs only time.
 */
export type WakeChannel = "outbox" | "events";

const sending = new Map<WakeChannel, "busy" | "again">();

export function wake(channel: WakeChannel): void {
  if (sending.has(channel)) {
    sending.set(channel, "again");
    return;
  }
  sending.set(channel, "busy");
  systemPool.query({ name: "wake", text: "select pg_notify($1, '')", values: [`balcao_${channel}`] })
    .catch((error) => logger.warn({ err: error }, "wake-up call failed"))
    .finally(() => {
      const again = sending.get(channel) === "again";
      sending.delete(channel);
      if (again) wake(channel);
    });
}

/** Calls `onWake` on each wake-up, and every `pollMs` anyhow. Reconnects by itself. Returns the way to stop. */
export function listen(channel: WakeChannel, pollMs: number, onWake: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  const timer = setInterval(onWake, pollMs);

  async function connect(): Promise<void> {
    if (stopped) return;
    client = new pg.Client({ connectionString: connectionString("system"), application_name: `balcao listen ${channel}`, keepAlive: true });
    client.on("notification", onWake);
    client.once("end", () => setTimeout(connect, 500));
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(`listen balcao_${channel}`);
      onWake();
    } catch {
      client.end().catch(() => {});
    }
  }
  void connect();

  return async () => {
    stopped = true;
    clearInterval(timer);
    await client?.end().catch(() => {});
  };
}
