import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { createDatabase } from "./create-database.ts";
import { projectRoot } from "./project-root.ts";

const old = env().SECRET_KEY;
const next = "the-next-secret-for-tests-0123456789abcdef";

function balcao(secretKey: string, ...args: string[]) {
  const ran = spawnSync(process.execPath, [path.join(projectRoot, "bin/balcao.ts"), ...args], { cwd: projectRoot, encoding: "utf8", env: { ...process.env, SECRET_KEY: secretKey } });
  return { code: ran.status, said: ran.stdout + ran.stderr };
}

test("a private PostgreSQL whose owner still has an older key's password gets the new one", async () => {
  const role = `owner_${randomUUID().slice(0, 8)}`;
  const database = `${role}_db`;
  await asOwner(`create role ${role} login createdb password 'of the old key'`);
  const url = Object.assign(new URL(process.env.DATABASE_URL!), { username: role, password: "of-the-new-key", pathname: `/${database}` }).toString();
  try {
    await expect(createDatabase(url, ["some other"])).rejects.toThrow("SECRET_KEY differs");
    await createDatabase(url, ["some other", "of the old key"]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.end();
  } finally {
    await asOwner(`drop database if exists ${database}`);
    await asOwner(`drop role ${role}`);
  }
});

// Last: after it this process's own connections have the wrong password.
test("bin/balcao migrate with \"new,old\" moves everything to the new key, and the old one can be dropped", async () => {
  const { accountId } = await createTestAccount({ name: "Padaria" });
  const inbox = await makeInbox(accountId, "whatsapp");
  expect(balcao(`${next},${old}`, "migrate")).toEqual({ code: 0, said: expect.stringContaining("Secrets sealed under the newest key: of 1 inbox.") });
  expect(balcao(`${next},${old}`, "migrate").said).not.toContain("sealed");
  expect(balcao(next, "account", "list")).toEqual({ code: 0, said: expect.stringContaining("Padaria") });
  const open = `import { findConnectedInbox } from "#lib/inboxes/connected-inbox.ts"; console.log((await findConnectedInbox(${accountId}, "${inbox.id}")).config.accessToken); process.exit(0);`;
  const ran = spawnSync(process.execPath, ["--input-type=module", "-e", open], { cwd: projectRoot, encoding: "utf8", env: { ...process.env, SECRET_KEY: next } });
  expect(ran.stdout.trim()).toBe("a-token");
  expect(balcao(old, "account", "list").code).toBe(1);
});
