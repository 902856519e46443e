import type { Server } from "socket.io";
import type { AgentActor } from "../auth/actor.ts";
import { systemQuery } from "../db/system.ts";
import { inAccount } from "../db/tenant.ts";
import { isOutage } from "../db/is-outage.ts";
import { listen } from "../db/wake.ts";
import { eventCatalog, type EventName, type RecordedEvent } from "../events/catalog.ts";
import { logger } from "../logger.ts";
import { isSamePlace, type Journey, journeysOf } from "./journey.ts";
import { presentEvents } from "./present-events.ts";
import type { RealtimeEvent } from "./protocol.ts";
import { accountRoom, audience, canSee } from "./rooms.ts";
import { publishToVisitors } from "./widget-namespace.ts";

type Row = { account_id: number; id: string; seq: string; name: EventName; payload: unknown; actor_kind: string; actor_id: string | null; created_at: Date };

const batchSize = 300;

/**
 * Reads the sequence of events behind the dispatcher and tells this process's sockets; `heads` keeps the last one of each
 * account. Straight from Postgres: no other part has to be alive for a screen to be told, and the order is the sequence's.
 * After an outage in the middle of a stretch it is told again: screens know by its number what they have.
 */
export async function startTail(io: Server, heads: Map<number, number>, onSettingsChanged: (accountId: number) => void): Promise<() => Promise<void>> {
  const [start] = await systemQuery<{ seq: string }>("select coalesce(max(seq), 0) as seq from events");
  let last = start!.seq;
  let running: Promise<void> | undefined;
  let again = false;

  async function readOn(): Promise<void> {
    for (;;) {
      const rows = await systemQuery<Row>("select account_id, id, seq, name, payload, actor_kind, actor_id, created_at from events where seq > $1 order by seq limit $2", [last, batchSize]);
      if (!rows.length) return;
      for (const [accountId, group] of Map.groupBy(rows, (row) => row.account_id)) {
        heads.set(accountId, Number(group.at(-1)!.seq));
        // Before anything is told, and whatever becomes of the telling.
        if (group.some((row) => row.name === "settings.changed")) onSettingsChanged(accountId);
        if (hasListeners(io, accountId)) await announceOrSkip(io, accountId, group);
      }
      last = rows.at(-1)!.seq;
      if (rows.length < batchSize) return;
    }
  }

  const stopListening = listen("events", 1_000, () => {
    if (running) {
      again = true;
      return;
    }
    running = (async () => {
      do {
        again = false;
        await readOn().catch((error) => logger.warn({ err: error }, "the realtime tail stopped reading for a moment"));
      } while (again);
    })().finally(() => (running = undefined));
  });
  return async () => {
    await stopListening();
    await running;
  };
}

/** One account's trouble (an event this version does not know) must not stop the others' screens; an outage is tried again. */
async function announceOrSkip(io: Server, accountId: number, rows: Row[]): Promise<void> {
  try {
    await announce(io, accountId, rows);
  } catch (error) {
    if (isOutage(error)) throw error;
    logger.error({ err: error, accountId, from: rows[0]!.seq }, "events could not be told; screens catch up when they ask");
  }
}

function hasListeners(io: Server, accountId: number): boolean {
  return io.of("/").adapter.rooms.has(accountRoom(accountId)) || io.of("/widget").adapter.rooms.has(accountRoom(accountId));
}

async function announce(io: Server, accountId: number, rows: Row[]): Promise<void> {
  const recorded = rows.map((row) => ({
    accountId, id: BigInt(row.id), seq: BigInt(row.seq), name: row.name, payload: eventCatalog[row.name].parse(row.payload), actorKind: row.actor_kind, actorId: row.actor_id, createdAt: row.created_at,
  }) as RecordedEvent);
  const announced = await inAccount(accountId, async () => presentEvents(accountId, recorded));

  const journeys = journeysOf(announced);

  // Neighbours with the same audience travel together.
  let batch: { rooms: string[]; events: RealtimeEvent[] } | undefined;
  const flush = () => {
    if (batch) io.of("/").to(batch.rooms).emit("events", batch.events);
    batch = undefined;
  };
  for (const { event, conversationId } of announced) {
    const journey = journeys.get(conversationId ?? "");
    const rooms = journey ? audience(accountId, journey.to) : [accountRoom(accountId)];
    if (journey && !isSamePlace(journey.to, journey.now)) {
      flush();
      tellWhoSees(io, accountId, journey, event);
    } else if (batch && batch.rooms.join() === rooms.join()) batch.events.push(event);
    else {
      flush();
      batch = { rooms, events: [event] };
    }
    if (journey?.from && event.seq === journey.lastSeq && !isSamePlace(journey.from, journey.to)) {
      flush();
      hide(io, accountId, { seq: event.seq, name: "conversation.hidden", conversationId: conversationId!, before: journey.from }, rooms);
    }
    if ("message" in event || event.name === "conversation.updated") publishToVisitors(io, accountId, event);
  }
  flush();
}

/** It has moved on since this event, which tells where it is now: only for those who may see it there and then. */
function tellWhoSees(io: Server, accountId: number, journey: Journey, event: RealtimeEvent): void {
  for (const socket of io.of("/").sockets.values()) {
    const actor = socket.data.actor as AgentActor | undefined;
    if (actor?.accountId === accountId && canSee(actor, journey.to) && canSee(actor, journey.now)) socket.emit("events", [event]);
  }
}

/** Those who saw it before and do not now are told only that it left. */
function hide(io: Server, accountId: number, event: Extract<RealtimeEvent, { name: "conversation.hidden" }>, seenIn: string[]): void {
  io.of("/").to(audience(accountId, event.before)).except(seenIn).emit("events", [event]);
}
