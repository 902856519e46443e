import type { RealtimeEvent } from "#lib/api-client/views.ts";

/**
 * Keeps the order and the completeness of what sockets bring. Every event has the account's growing sequence; this remembers
 * how far the screen has come (`position`), drops what it has seen, and says when something is missing.
 */
export class EventFeed {
  /** Null until the server's first word: what was read before it may be old. */
  position: number | null = null;
  readonly #recent = new Set<number>();

  /** The events not seen before, in order. */
  take(events: readonly RealtimeEvent[]): RealtimeEvent[] {
    const fresh = events.filter((event) => !this.#recent.has(event.seq)).sort((a, b) => a.seq - b.seq);
    for (const event of fresh) {
      this.#recent.add(event.seq);
      this.position = Math.max(this.position ?? 0, event.seq);
    }
    if (this.#recent.size > 4000) for (const seq of [...this.#recent].sort((a, b) => a - b).slice(0, 2000)) this.#recent.delete(seq);
    return fresh;
  }

  /** Whether the server is ahead of this screen. */
  isBehind(head: number): boolean {
    return this.position !== null && head > this.position;
  }

  /** Everything up to here is known. */
  moveTo(head: number): void {
    this.position = Math.max(this.position ?? 0, head);
  }
}
