import { createHash, createHmac } from "node:crypto";
import type { Client } from "pg";
import { env } from "../env.ts";

/**
 * Three database roles. The owner (DATABASE_URL) migrates and nothing else. `<database>_app` reads and writes the rows of
 * one tenant at a time. `<database>_system` reads what must be known before the tenant is (who signs in, with people's
 * password hashes; whose inbox a token names, with its sealed secrets; what is owed) and never what customers wrote or who
 * they are. Passwords follow from the newest key of SECRET_KEY, so every process knows them.
 */
export type Role = "app" | "system";

export function roleName(role: Role): string {
  return `${databaseName()}_${role}`;
}

export function connectionString(role: Role): string {
  const url = new URL(env().DATABASE_URL);
  url.username = encodeURIComponent(roleName(role));
  url.password = rolePassword(role);
  return url.toString();
}

function databaseName(): string {
  return decodeURIComponent(new URL(env().DATABASE_URL).pathname.slice(1));
}

function rolePassword(role: Role): string {
  return createHmac("sha256", env().secretKeys[0]!).update(`database role ${role}`).digest("hex");
}

const tenantTables = ["memberships", "invitations", "idempotency_keys", "teams", "team_members", "labels", "inboxes", "inbox_members",
  "inbound_events", "early_events", "contacts", "contact_inboxes", "conversations", "conversation_labels", "conversation_counts",
  "messages", "message_parts", "attachments", "events"];

/** What the system role may do, table by table. A grant of columns keeps the rest unreadable. */
const systemGrants: Record<string, string> = {
  accounts: "select, insert",
  users: "select, insert, update",
  memberships: "select, insert",
  sessions: "select, insert, update, delete",
  api_tokens: "select, insert, update, delete",
  invitations: "select, update",
  inboxes: "select",
  inbox_members: "select",
  team_members: "select",
  events: "select, update (seq)",
  event_tasks: "select, insert, update, delete",
  inbound_events: "select (account_id, id, inbox_id, received_at, processed_at, retry_at)",
  messages: "select (account_id, id, conversation_id, inbox_id, seq, status, retry_at, lease_until)",
  attachments: "select (account_id, id, message_id, state, retry_at, created_at)",
  conversations: "select (account_id, id, status, archived, inbox_id, team_id, assignee_id, unread_count)",
  conversation_counts: "select, insert, delete",
  idempotency_keys: "select (account_id, created_at), delete",
  early_events: "select (account_id, created_at), delete",
};

/** Creates the two roles and their rights, or brings them up to date; repeating it changes nothing. */
export async function ensureRoles(owner: Client): Promise<void> {
  const app = owner.escapeIdentifier(roleName("app"));
  const system = owner.escapeIdentifier(roleName("system"));
  const statements = [
    `grant usage on schema public to ${app}, ${system}`,
    ...tenantTables.map((table) => `grant select, insert, update, delete on ${table} to ${app}`),
    `grant select, update (name, locale, time_zone, next_display_id) on accounts to ${app}`,
    `grant select (id, email, name, display_name, locale, created_at) on users to ${app}`,
    `grant usage on all sequences in schema public to ${app}, ${system}`,
    `grant execute on function search_conversations, search_contacts to ${app}`,
    ...Object.entries(systemGrants).flatMap(([table, rights]) => [
      `grant ${rights} on ${table} to ${system}`,
      `drop policy if exists system_access on ${table}`,
      `create policy system_access on ${table} to ${system} using (true) with check (true)`,
    ]),
    // The search functions run as the owner; with this policy the planner may use the trigram index there.
    ...["contacts", "conversations"].flatMap((table) => [
      `drop policy if exists owner_search on ${table}`,
      `create policy owner_search on ${table} for select to current_user using (true)`,
    ]),
  ];
  const fingerprint = createHash("sha256").update(JSON.stringify([statements, rolePassword("app"), await schemaVersion(owner)])).digest("hex").slice(0, 16);
  const known = await owner.query("select shobj_description(oid, 'pg_authid') as comment from pg_roles where rolname = $1", [roleName("system")]);
  if (known.rows[0]?.comment === fingerprint) return;

  await owner.query("begin");
  try {
    for (const role of ["app", "system"] as const) {
      const name = owner.escapeIdentifier(roleName(role));
      const exists = await owner.query("select 1 from pg_roles where rolname = $1", [roleName(role)]);
      const verb = exists.rowCount ? "alter" : "create";
      await owner.query(`${verb} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${owner.escapeLiteral(rolePassword(role))}`);
    }
    for (const statement of statements) await owner.query(statement);
    await owner.query(`comment on role ${system} is ${owner.escapeLiteral(fingerprint)}`);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    if ((error as { code?: string }).code === "42501")
      throw new Error("The user of DATABASE_URL may not create roles. Give it CREATEROLE, or use the database's owner.", { cause: error });
    throw error;
  }
}

async function schemaVersion(owner: Client): Promise<string> {
  const result = await owner.query("select to_regclass('_prisma_migrations') is not null as kept");
  if (!result.rows[0].kept) return "";
  const rows = await owner.query("select migration_name from _prisma_migrations where finished_at is not null order by 1");
  return rows.rows.map((row) => row.migration_name).join();
}
