/** Run by bin/start and by the containers when BALCAO_ADMIN_EMAIL and BALCAO_ADMIN_PASSWORD are set. Repeating it changes nothing. */
import { sentenceOf } from "./sentence-of.ts";

const { BALCAO_ADMIN_EMAIL: email, BALCAO_ADMIN_PASSWORD: password, BALCAO_ACCOUNT_NAME: name } = process.env;

try {
  const { systemQuery } = await import("#lib/db/system.ts");
  const known = await systemQuery("select 1 from users where lower(email) = lower($1)", [email]);
  if (known.length === 0) {
    const { createAccount } = await import("#lib/accounts/create-account.ts");
    const administrator = { name: email!.split("@")[0]!, email: email!, password: password! };
    await createAccount({ name: name || "Balcão", administrator });
    process.stdout.write(`account “${name || "Balcão"}” with ${email}\n`);
  }
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
