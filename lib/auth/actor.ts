import type { Permission } from "./permissions.ts";

/** Who does something. Verbs take it first, so jobs, rules and people all call the same functions. */
export type Actor = AgentActor | ContactActor | SystemActor;

export type AgentActor = {
  kind: "agent";
  accountId: number;
  userId: string;
  name: string;
  role: string;
  permissions: ReadonlySet<Permission>;
  /** The inboxes this person sees; null: all. */
  inboxIds: string[] | null;
  /** The teams whose conversations this person sees; null: all. */
  visibleTeamIds: string[] | null;
  /** The teams this person is a member of. */
  teamIds: string[];
};

/** A customer on the website chat. */
export type ContactActor = { kind: "contact"; accountId: number; contactId: string; contactInboxId: string; inboxId: string; name: string };

/** The house itself: jobs, channels, rules. */
export type SystemActor = { kind: "system"; accountId: number; causedBy?: bigint };

export function actorId(actor: Actor): string | null {
  if (actor.kind === "agent") return actor.userId;
  return actor.kind === "contact" ? actor.contactId : null;
}
