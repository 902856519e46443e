import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import { ChannelError } from "../channels/adapter.ts";
import { adapterOf } from "../channels/registry.ts";
import { safeFetch } from "../channels/safe-fetch.ts";
import { db, transaction } from "../db/tenant.ts";
import { notFound } from "../errors.ts";
import { refetchMedia } from "../files/refetch-media.ts";
import { findConnectedInbox } from "./connected-inbox.ts";
import { noteInboxHealth } from "./note-inbox-health.ts";
import { presentInbox } from "./present-inbox.ts";
import type { inboxCheck } from "./schemas.ts";

/**
 * "It works": asks the provider with the kept configuration, notes the health that follows, and says when the provider last
 * called us. When it works, files that could not be fetched are tried again. @throws AppError not_found
 */
export async function checkInbox(actor: Actor, id: string): Promise<z.output<typeof inboxCheck>> {
  await presentInbox(db, actor, id);
  const inbox = await findConnectedInbox(actor.accountId, id);
  if (!inbox) throw notFound();
  const last = await db.inboundEvent.findFirst({ where: { accountId: actor.accountId, inboxId: id }, orderBy: { id: "desc" }, select: { receivedAt: true } });
  const lastDeliveryAt = last?.receivedAt ?? null;
  try {
    const answer = await adapterOf(inbox.type).check?.(inbox.config, { fetch: safeFetch });
    await noteInboxHealth(actor, id, { state: "ok", detail: null, pauseSeconds: 0 });
    await transaction((tx) => refetchMedia(tx, actor, id));
    return { ok: true, summary: answer?.summary ?? null, problem: null, lastDeliveryAt };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    if (error.kind === "unauthorised") await noteInboxHealth(actor, id, { state: "unauthorised", detail: error.message, pauseSeconds: 0 });
    return { ok: false, summary: null, problem: { kind: error.kind, code: error.code, message: error.message }, lastDeliveryAt };
  }
}
