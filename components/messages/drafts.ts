export type Draft = { mode: "reply" | "note"; reply: string; note: string };

const empty: Draft = { mode: "reply", reply: "", note: "" };
const keyOf = (accountId: number, conversationId: string) => `balcao.draft.${accountId}.${conversationId}`;

/** What was being written in a conversation, kept in this browser; reply and note apart. */
export function readDraft(accountId: number, conversationId: string): Draft {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(keyOf(accountId, conversationId)) ?? "{}") as Partial<Draft>) };
  } catch {
    return empty;
  }
}

/** Nothing written leaves nothing behind. A full or refused storage is no reason to stop writing. */
export function writeDraft(accountId: number, conversationId: string, draft: Draft): void {
  try {
    if (draft.reply || draft.note) localStorage.setItem(keyOf(accountId, conversationId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(accountId, conversationId));
  } catch { /* the text stays in the field */ }
}
