import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { onProcess } from "../db/on-process.ts";
import { systemPool, systemQuery } from "../db/system.ts";
import { tenantPool } from "../db/tenant.ts";
import { withinTwoSeconds } from "./within-two-seconds.ts";

/** What Prometheus reads from this process. While the database is away, what is owed there is left out and the rest is told. */
export const metrics = onProcess("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "balcao_" });
  const http = new Histogram({ name: "balcao_http_request_seconds", help: "Time to answer, by route", labelNames: ["method", "route", "status"], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry] });
  const sockets = new Gauge({ name: "balcao_sockets", help: "Open sockets", labelNames: ["namespace"], registers: [registry] });
  new Gauge({ name: "balcao_pool_waiting", help: "Requests that wait for a database connection", labelNames: ["pool"], registers: [registry],
    collect() { this.set({ pool: "tenant" }, tenantPool.waitingCount); this.set({ pool: "system" }, systemPool.waitingCount); } });
  new Gauge({ name: "balcao_owed", help: "Work that waits in Postgres", labelNames: ["kind"], registers: [registry],
    async collect() {
      this.reset();
      const [row] = await withinTwoSeconds(systemQuery<Record<string, string>>(
        `select (select count(*) from events where seq is null) as events, (select count(*) from event_tasks) as tasks,
           (select count(*) from inbound_events where processed_at is null) as inbound, (select count(*) from messages where status in ('queued', 'sending')) as outgoing,
           (select count(*) from attachments where state = 'pending') as media`)).catch(() => []);
      for (const [kind, n] of Object.entries(row ?? {})) this.set({ kind }, Number(n));
    } });
  return { registry, http, sockets };
});
