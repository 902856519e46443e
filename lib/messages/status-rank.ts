const rank: Record<string, number> = { queued: 0, sending: 1, unknown: 2, sent: 3, failed: 4, delivered: 5, read: 6 };

/**
 * Statuses only move forward; a failure ends it unless a delivery is proven later. A failure told after a delivery is about
 * something else: what was delivered stays delivered.
 */
export function isForward(from: string, to: string): boolean {
  return rank[to]! > rank[from]!;
}
