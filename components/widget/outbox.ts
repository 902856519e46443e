import type { VisitorAttachment } from "#lib/visitors/schemas.ts";
import type { WidgetStrings } from "./messages.ts";
import { visitorStorage } from "./visitor-storage.ts";

/** A message that the visitor sent and the server has not yet accepted. */
export type OutboxEntry = {
  clientId: string;
  content: string;
  attachments: VisitorAttachment[];
  at: number;
  /** Why it did not go; it waits for "try again", or for the connection. */
  failure?: keyof WidgetStrings | undefined;
  /** The reason may pass by itself. */
  passing?: boolean | undefined;
};

/** What an earlier page left unsent. The client id makes sending it again harmless. */
export function restoreOutbox(): OutboxEntry[] {
  try {
    const stored: OutboxEntry[] = JSON.parse(visitorStorage.get("outbox") ?? "[]");
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

export function keepOutbox(outbox: readonly OutboxEntry[]): void {
  visitorStorage.set("outbox", outbox.length ? JSON.stringify(outbox) : null);
}
