import type { AgentActor } from "../auth/actor.ts";
import type { Placement } from "../conversations/schemas.ts";

/**
 * Who hears what, by the same rule that the database answers with (lib/conversations/access.ts): a conversation is heard
 * in its inbox-and-team room, by its assignee and by those who see everything. Joined by the server only.
 */
export function accountRoom(accountId: number): string {
  return `${accountId}`;
}

export function userRoom(accountId: number, userId: string): string {
  return `${accountId}:user:${userId}`;
}

export function audience(accountId: number, place: Pick<Placement, "inboxId" | "teamId" | "assigneeId">): string[] {
  const rooms = [`${accountId}:everything`, queueRoom(accountId, place.inboxId, place.teamId)];
  // The assignee sees it whatever the team, but not past a closed inbox.
  return place.assigneeId ? [...rooms, `${accountId}:inbox:${place.inboxId}:assignee:${place.assigneeId}`] : rooms;
}

export function roomsOf(actor: AgentActor, allInboxIds: string[]): string[] {
  const own = [accountRoom(actor.accountId), userRoom(actor.accountId, actor.userId)];
  if (actor.permissions.has("conversation:read-all")) return [...own, `${actor.accountId}:everything`];
  const inboxIds = actor.inboxIds ?? allInboxIds;
  return [...own, ...inboxIds.flatMap((inboxId) => [
    `${actor.accountId}:inbox:${inboxId}:assignee:${actor.userId}`,
    ...[null, ...(actor.visibleTeamIds ?? [])].map((teamId) => queueRoom(actor.accountId, inboxId, teamId)),
  ])];
}

/** The rule of `visibleTo`, in memory. */
export function canSee(actor: AgentActor, place: Pick<Placement, "inboxId" | "teamId" | "assigneeId">): boolean {
  if (actor.inboxIds !== null && !actor.inboxIds.includes(place.inboxId)) return false;
  return actor.visibleTeamIds === null || place.teamId === null || actor.visibleTeamIds.includes(place.teamId) || place.assigneeId === actor.userId;
}

function queueRoom(accountId: number, inboxId: string, teamId: string | null): string {
  return `${accountId}:inbox:${inboxId}:team:${teamId ?? "none"}`;
}

/** A visitor of the website chat, in the /widget namespace. */
export function visitorRoom(accountId: number, contactInboxId: string): string {
  return `${accountId}:visitor:${contactInboxId}`;
}
