import type { AttachmentKind } from "../channels/adapter.ts";
import { beginningOf } from "../db/storable.ts";

type Previewed = { type: string; content: string | null; private?: boolean; sentAt: Date; senderName?: string | null; attachmentKind?: AttachmentKind | null; status?: string | null };

/** What a conversation keeps of its last message for the list; `seq` is added where it is given out. */
export function messagePreview(id: string, message: Previewed): Record<string, unknown> {
  return {
    id, preview: beginningOf((message.content ?? "").replace(/\s+/g, " ").trim(), 140), type: message.type, private: message.private ?? false, at: message.sentAt,
    senderName: message.senderName ?? null, attachmentKind: message.attachmentKind ?? null, status: message.status ?? null,
  };
}
