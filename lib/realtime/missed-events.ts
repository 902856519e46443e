import type { AgentActor } from "../auth/actor.ts";
import { db } from "../db/tenant.ts";
import { eventCatalog, type RecordedEvent } from "../events/catalog.ts";
import { presentEvents } from "./present-events.ts";
import type { MissedEvents, RealtimeEvent } from "./protocol.ts";
import { canSee } from "./rooms.ts";
import { journeysOf } from "./journey.ts";

/** More than this and asking for everything anew is cheaper. */
const most = 300;

/** What a screen missed after a sequence, filtered by what this agent may see now. */
export async function missedEvents(actor: AgentActor, after: number): Promise<MissedEvents> {
  const rows = await db.event.findMany({ where: { accountId: actor.accountId, seq: { gt: BigInt(after) } }, orderBy: { seq: "asc" }, take: most + 1 });
  if (rows.length > most) {
    const [newest] = await db.event.findMany({ where: { accountId: actor.accountId, seq: { not: null } }, orderBy: { seq: "desc" }, take: 1, select: { seq: true } });
    return { events: [], head: Number(newest?.seq ?? after), tooFar: true };
  }
  const recorded = rows.map((row) => ({ ...row, payload: eventCatalog[row.name as RecordedEvent["name"]].parse(row.payload) }) as RecordedEvent);
  const announced = await presentEvents(actor.accountId, recorded);
  const journeys = journeysOf(announced);
  const events = announced.flatMap(({ event, conversationId }): RealtimeEvent[] => {
    const journey = journeys.get(conversationId ?? "");
    if (!conversationId || !journey) return [event];
    if (canSee(actor, journey.to)) return canSee(actor, journey.now) ? [event] : [];
    const leaves = event.seq === journey.lastSeq && journey.from && canSee(actor, journey.from);
    return leaves ? [{ seq: event.seq, name: "conversation.hidden", conversationId, before: journey.from! }] : [];
  });
  return { events, head: Number(rows.at(-1)?.seq ?? after), tooFar: false };
}
