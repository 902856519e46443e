import type { Placement, QueueTab } from "#lib/api-client/views.ts";

/** Who looks, and what they may see; null means everything. */
export type Viewer = { userId: string; inboxIds: readonly string[] | null; visibleTeamIds: readonly string[] | null };

export const queueTabs = ["mine", "in-service", "pending", "all"] as const satisfies readonly QueueTab[];

/** The same rule as the server's `visibleTo`. */
export function canSee(viewer: Viewer, placement: Placement): boolean {
  if (viewer.inboxIds !== null && !viewer.inboxIds.includes(placement.inboxId)) return false;
  return viewer.visibleTeamIds === null || placement.teamId === null || placement.assigneeId === viewer.userId || viewer.visibleTeamIds.includes(placement.teamId);
}

/** Whether a conversation that stands here belongs to a queue tab of this viewer. The same rule as the server's `inTab`. */
export function isInTab(viewer: Viewer, placement: Placement, tab: QueueTab): boolean {
  if (!canSee(viewer, placement)) return false;
  if (tab === "all") return true;
  if (placement.status === "resolved" || placement.archived) return false;
  if (tab === "mine") return placement.assigneeId === viewer.userId;
  return tab === "in-service" ? placement.assigneeId !== null : placement.assigneeId === null;
}
