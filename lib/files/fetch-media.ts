import { Readable } from "node:stream";
import type { SystemActor } from "../auth/actor.ts";
import { ChannelError, type MediaReference } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";
import { safeFetch } from "../channels/safe-fetch.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount, transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { findConnectedInbox } from "../inboxes/connected-inbox.ts";
import { logger } from "../logger.ts";
import { fileKind } from "./file-kind.ts";
import { makePreview } from "./make-preview.ts";
import { store, storedPath } from "./storage.ts";

/** What providers send at most (WhatsApp documents: 100 MB). */
const maxBytes = 100_000_000;
/** In seconds. Meta keeps a file for seven days: an expired token or a full disk may be mended meanwhile. */
const pauses = [2, 10, 60, 600, 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600, 24 * 3600, 24 * 3600, 24 * 3600];

type Owed = { conversationId: string; inboxId: string; messageId: string; reference: MediaReference; filename: string; kind: string; attempts: number };

/** Brings a customer's file here, once: a provider's address expires and needs its token. */
export async function fetchMedia({ accountId, attachmentId }: { accountId: number; attachmentId: string }): Promise<void> {
  await inAccount(accountId, async () => {
    const [owed] = await db.$queryRaw<Owed[]>`
      update attachments a set attempts = a.attempts + 1, retry_at = now() + interval '15 minutes' from messages m
      where a.account_id = ${accountId} and a.id = ${attachmentId}::uuid and a.state = 'pending' and (a.retry_at is null or a.retry_at <= now())
        and m.account_id = a.account_id and m.id = a.message_id
      returning m.conversation_id as "conversationId", m.inbox_id as "inboxId", m.id as "messageId", a.reference, a.filename, a.kind, a.attempts`;
    if (!owed) return;
    const actor: SystemActor = { kind: "system", accountId };
    try {
      const file = await bringHere(accountId, attachmentId, owed);
      await finish(actor, attachmentId, owed, { ...file, state: "ready" });
    } catch (error) {
      const gone = (error instanceof ChannelError && error.kind === "rejected") || owed.attempts > pauses.length;
      logger.warn({ err: (error as Error).message, attachmentId, gone }, "a customer's file could not be fetched");
      if (gone) await finish(actor, attachmentId, owed, { state: "failed" });
      else await db.$executeRaw`update attachments set retry_at = now() + make_interval(secs => ${pauses[owed.attempts - 1]!}) where account_id = ${accountId} and id = ${attachmentId}::uuid`;
    }
  });
}

async function bringHere(accountId: number, attachmentId: string, owed: Owed) {
  const inbox = await findConnectedInbox(accountId, owed.inboxId);
  const response = await adapterOf(inbox!.type).fetchMedia!(owed.reference, inbox!.config, { fetch: safeFetch });
  const { size, sha256 } = await store(accountId, attachmentId, Readable.fromWeb(response.body as never), maxBytes);
  // What a customer sent is never refused; what is not on the list is a file to download, never to open in the page.
  const found = await fileKind(storedPath(accountId, attachmentId), owed.filename).catch(() => null);
  const isPicture = found?.kind === "image";
  const picture = isPicture ? await makePreview(accountId, attachmentId) : { width: null, height: null, hasPreview: false };
  return { size, sha256, contentType: found?.contentType ?? "application/octet-stream", filename: withExtension(owed.filename, found?.contentType), kind: owed.kind === "sticker" && isPicture ? "sticker" : (found?.kind ?? "document"), ...picture };
}

/** A provider's picture often has no name: "image" becomes "image.jpg", so that it opens where it is saved. */
function withExtension(filename: string, contentType: string | undefined): string {
  if (filename.includes(".") || !contentType) return filename;
  return `${filename}.${contentType.split("/")[1]!.replace("jpeg", "jpg").replace("mpeg", "mp3").replace(/^x-|\+.*$/g, "")}`;
}

async function finish(actor: SystemActor, attachmentId: string, owed: Owed, data: Record<string, unknown>): Promise<void> {
  await transaction(async (tx) => {
    await tx.attachment.update({ where: { accountId_id: { accountId: actor.accountId, id: attachmentId } }, data });
    await record(tx, actor, "message.updated", { conversationId: owed.conversationId, messageId: owed.messageId, changed: ["attachments"] });
  });
}

export async function owedMedia(): Promise<{ accountId: number; attachmentId: string }[]> {
  return systemQuery(`select account_id as "accountId", id as "attachmentId" from attachments
    where state = 'pending' and message_id is not null and created_at < now() - interval '2 seconds' and (retry_at is null or retry_at <= now()) limit 500`);
}
