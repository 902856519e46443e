import { systemQuery } from "#lib/db/system.ts";
import { OperatorError } from "./operator-error.ts";

/** @throws OperatorError when nobody has this e-mail address */
export async function findUser(email: string): Promise<{ id: string; name: string; email: string }> {
  const [user] = await systemQuery<{ id: string; name: string; email: string }>("select id, name, email from users where email = $1", [email]);
  if (!user) throw new OperatorError(`Nobody has the e-mail address ${email}.`);
  return user;
}
