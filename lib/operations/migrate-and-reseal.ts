import { migrate } from "#lib/db/migrate.ts";
import { env } from "#lib/env.ts";
import { resealSecrets } from "#lib/inboxes/reseal-secrets.ts";

/**
 * Brings a database up to this version and to the newest key of SECRET_KEY: the roles' passwords follow from it, and the
 * channels' secrets are sealed under it. @returns what was done; of the keys in sentences
 */
export async function migrateAndReseal(): Promise<{ applied: string[]; total: number; resealed: number; keys: string[] }> {
  const { applied, total } = await migrate(env().DATABASE_URL);
  const { resealed, closed } = await resealSecrets();
  return { applied, total, resealed, keys: [
    ...(resealed ? [`Secrets sealed under the newest key: of ${resealed} ${resealed === 1 ? "inbox" : "inboxes"}.`] : []),
    ...(closed.length ? [`No key of SECRET_KEY opens the secrets of: ${closed.join(", ")}. Connect these inboxes again.`] : []),
  ] };
}
