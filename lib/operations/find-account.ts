import { systemQuery } from "#lib/db/system.ts";
import { OperatorError } from "./operator-error.ts";

/** The account of this number or name; without one, the only account there is. */
export async function findAccount(wanted: string | undefined): Promise<{ id: number; name: string }> {
  const accounts = await systemQuery<{ id: number; name: string }>("select id, name from accounts order by id");
  if (accounts.length === 0) throw new OperatorError("There is no account yet. Make one with: bin/balcao account create");
  if (!wanted) {
    if (accounts.length === 1) return accounts[0]!;
    throw new OperatorError(`There are ${accounts.length} accounts: say which with --account (${accounts.slice(0, 5).map((account) => `${account.id} ${account.name}`).join(", ")}).`);
  }
  const found = accounts.find((account) => String(account.id) === wanted) ?? accounts.find((account) => account.name.toLowerCase() === wanted.toLowerCase());
  if (!found) throw new OperatorError(`There is no account “${wanted}”.`);
  return found;
}
