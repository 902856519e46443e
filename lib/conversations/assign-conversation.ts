import type { Actor, AgentActor } from "../auth/actor.ts";
import type { Transaction } from "../db/tenant.ts";
import { AppError } from "../errors.ts";
import { appendActivity } from "../messages/append-message.ts";
import { changeConversation } from "./change-conversation.ts";
import type { ConversationView } from "./schemas.ts";

/** Gives a conversation to an agent of the account, or to nobody. @throws AppError not_found, invalid_input */
export async function assignConversation(actor: Actor, id: string, assigneeId: string | null, within?: Transaction): Promise<ConversationView> {
  let agentName = "";
  return changeConversation(actor, id, async (conversation, tx) => {
    if (conversation.assigneeId === assigneeId) return null;
    if (assigneeId) agentName = await nameOfMember(tx, actor.accountId, assigneeId);
    return { assigneeId };
  }, async (tx, conversation) => {
    const byName = actor.kind === "agent" ? actor.name : "";
    if (!assigneeId) await appendActivity(tx, actor, conversation, "unassigned", { byName });
    else if (actor.kind === "agent" && actor.userId === assigneeId) await appendActivity(tx, actor, conversation, "taken", { agentName });
    else await appendActivity(tx, actor, conversation, "assigned", { agentName, byName });
  }, within);
}

/**
 * Starts the attendance: Pending becomes Mine. A conversation without a team (Geral) asks for one when the account has teams.
 * @throws AppError not_found, conflict when another agent has it, invalid_input when a team must be chosen
 */
export async function startConversation(actor: AgentActor, id: string, input: { teamId?: string }): Promise<ConversationView> {
  return changeConversation(actor, id, async (conversation, tx) => {
    if (conversation.assigneeId === actor.userId) return null;
    if (conversation.assigneeId) throw new AppError("conflict", "Another agent has already started this conversation.");
    const teamId = input.teamId ?? conversation.teamId;
    if (!teamId && (await tx.team.count({ where: { accountId: actor.accountId }, take: 1 })) > 0)
      throw new AppError("invalid_input", "Choose the team that attends this conversation.", { details: [{ path: "teamId", message: "required" }] });
    if (input.teamId) await nameOfTeam(tx, actor.accountId, input.teamId);
    return { assigneeId: actor.userId, ...(teamId && teamId !== conversation.teamId ? { teamId } : {}), ...(conversation.status === "resolved" ? { status: "open" as const } : {}) };
  }, async (tx, conversation, before) => {
    if (conversation.teamId !== before.teamId) await appendActivity(tx, actor, conversation, "team-changed", { teamName: await nameOfTeam(tx, actor.accountId, conversation.teamId!), byName: actor.name });
    await appendActivity(tx, actor, conversation, "taken", { agentName: actor.name });
  });
}

/**
 * Sends a conversation to another team's queue, or to none (Geral). Its agent keeps it only when a member of that team.
 * @throws AppError not_found, invalid_input
 */
export async function setConversationTeam(actor: Actor, id: string, teamId: string | null): Promise<ConversationView> {
  let teamName = "";
  return changeConversation(actor, id, async (conversation, tx) => {
    if (conversation.teamId === teamId) return null;
    if (teamId) teamName = await nameOfTeam(tx, actor.accountId, teamId);
    const stays = !teamId || !conversation.assigneeId || (await tx.teamMember.count({ where: { accountId: actor.accountId, teamId, userId: conversation.assigneeId } })) > 0;
    return stays ? { teamId } : { teamId, assigneeId: null };
  }, async (tx, conversation) => {
    const byName = actor.kind === "agent" ? actor.name : "";
    await appendActivity(tx, actor, conversation, teamId ? "team-changed" : "team-removed", { teamName, byName });
  });
}

async function nameOfMember(tx: Transaction, accountId: number, userId: string): Promise<string> {
  const member = await tx.membership.findUnique({ where: { accountId_userId: { accountId, userId } }, select: { user: { select: { name: true, displayName: true } } } });
  if (!member) throw new AppError("invalid_input", "There is no such agent in this account.", { details: [{ path: "assigneeId", message: "unknown" }] });
  return member.user.displayName ?? member.user.name;
}

async function nameOfTeam(tx: Transaction, accountId: number, teamId: string): Promise<string> {
  const team = await tx.team.findUnique({ where: { accountId_id: { accountId, id: teamId } }, select: { name: true } });
  if (!team) throw new AppError("invalid_input", "There is no such team in this account.", { details: [{ path: "teamId", message: "unknown" }] });
  return team.name;
}
