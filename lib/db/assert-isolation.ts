import type { Pool } from "pg";
import { systemPool } from "./system.ts";
import { tenantPool } from "./tenant.ts";

/** Refuses to go on when a pool's role could see past row-level security. @throws Error with a sentence for the operator. */
export async function assertIsolation(pools: Pool[] = [tenantPool, systemPool]): Promise<void> {
  for (const pool of pools) {
    const { rows } = await pool.query<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
      `select rolname as name, rolsuper, rolbypassrls,
         exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role(current_user, relowner, 'member')) as owns
       from pg_roles where rolname = current_user`);
    const role = rows[0]!;
    if (role.rolsuper || role.rolbypassrls || role.owns)
      throw new Error(`The database role "${role.name}" can see past row-level security (superuser, BYPASSRLS or owner). Balcão does not start with it: remove these rights or run "bin/balcao migrate".`);
  }
}
