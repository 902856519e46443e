import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { assertAgents } from "../agents/assert-agents.ts";
import { parseInput } from "../api/parse-input.ts";
import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db/tenant.ts";
import { record } from "../events/record.ts";
import { newId } from "../ids.ts";
import { sealConfig } from "./connected-inbox.ts";
import { firstHealth } from "./first-health.ts";
import { parseChannel } from "./parse-channel.ts";
import { presentInbox } from "./present-inbox.ts";
import { type InboxView, newInboxInput } from "./schemas.ts";

/** Connects a channel. `locale`: of the sentences about wrong fields. @throws AppError invalid_input */
export async function createInbox(actor: Actor, input: z.input<typeof newInboxInput>, locale?: string | null): Promise<InboxView> {
  const { accountId } = actor;
  const { name, channel, restricted, memberIds } = parseInput(newInboxInput, input, locale);
  const { type, config } = parseChannel(channel, { locale });
  const id = newId();
  const token = randomBytes(18).toString("base64url");
  return transaction(async (tx) => {
    const members = await assertAgents(tx, accountId, memberIds);
    await tx.inbox.create({ data: { accountId, id, name, channelType: type, token, restricted, health: firstHealth(type), ...sealConfig(accountId, id, type, config) }, select: { id: true } });
    await tx.inboxMember.createMany({ data: members.map((userId) => ({ accountId, inboxId: id, userId })) });
    await record(tx, actor, "settings.changed", { what: "inboxes" });
    // As the one who made it sees it, whoever else may.
    return presentInbox(tx, actor.kind === "agent" ? { ...actor, inboxIds: null } : actor, id);
  });
}
