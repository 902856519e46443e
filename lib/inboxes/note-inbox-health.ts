import type { Actor } from "../auth/actor.ts";
import { clock } from "../clock.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";

/** Keeps an inbox's health mark; writes only when it changes. `pauseSeconds`: nothing is sent through it for so long. */
export async function noteInboxHealth(actor: Actor, inboxId: string, health: { state: "ok" | "unauthorised" | "throttled"; detail: string | null; pauseSeconds: number }): Promise<void> {
  const now = clock.now();
  const mark = JSON.stringify({ state: health.state, detail: health.detail, since: now.toISOString() });
  const pausedUntil = health.pauseSeconds ? new Date(now.getTime() + health.pauseSeconds * 1000) : null;
  await transaction(async (tx) => {
    const changed = await tx.$executeRaw`update inboxes set health = case when health->>'state' = ${health.state} then health else ${mark}::jsonb end, delivery_paused_until = ${pausedUntil}
      where account_id = ${actor.accountId} and id = ${inboxId}::uuid and (health->>'state' <> ${health.state} or delivery_paused_until is distinct from ${pausedUntil})`;
    if (changed) await record(tx, actor, "settings.changed", { what: "inboxes" });
  });
}
