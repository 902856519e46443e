import type { Placement } from "../conversations/schemas.ts";
import type { Announced } from "./present-events.ts";

/**
 * Where one conversation went during a stretch of events: `from` as the first of them found it (null: it is new), `to` as
 * the last left it, and where it stands `now`, which is the state that travels with all of them.
 */
export type Journey = { from: Placement | null; to: Placement; now: Placement; lastSeq: number };

/**
 * Events carry the present state, so who may hear an older one follows from where the conversation went since: full events
 * are for those who may see both its end and its present; who saw it before and not at the end is told only that it left.
 */
export function journeysOf(announced: Announced[]): Map<string, Journey> {
  const journeys = new Map<string, Journey>();
  const recorded = new Set<string>();
  for (const { event, conversationId, before, after } of announced) {
    if (!conversationId || !after || !("conversation" in event)) continue;
    const now: Placement = event.conversation;
    const known = journeys.get(conversationId) ?? { from: now, to: now, now, lastSeq: event.seq };
    // A changed message records no place of its own.
    const place = event.name === "message.updated" ? {} : { ...(recorded.has(conversationId) ? {} : { from: before }), to: after };
    if (event.name !== "message.updated") recorded.add(conversationId);
    journeys.set(conversationId, { ...known, ...place, lastSeq: event.seq });
  }
  return journeys;
}

export function isSamePlace(a: Placement, b: Placement): boolean {
  return a.inboxId === b.inboxId && a.teamId === b.teamId && a.assigneeId === b.assigneeId;
}
