import { afterEach, beforeAll, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { findConnectedInbox } from "./connected-inbox.ts";
import { resealSecrets } from "./reseal-secrets.ts";

const old = [...env().secretKeys];
const next = "the-next-secret-for-tests-0123456789abcdef";
let accountId: number;
beforeAll(async () => {
  ({ accountId } = await createTestAccount());
});
afterEach(async () => {
  env().secretKeys = old;
  await asOwner("delete from inboxes");
});

test("with the next key in front every channel's secrets are sealed under it, once, and the old key can go", async () => {
  const inboxes = [await makeInbox(accountId, "whatsapp"), await makeInbox((await createTestAccount()).accountId, "api"), await makeInbox(accountId, "widget")];
  env().secretKeys = [next, ...old];
  const outcome = await resealSecrets();
  expect(outcome.closed).toEqual([]);
  expect(outcome.resealed).toBeGreaterThanOrEqual(2);
  expect(await resealSecrets()).toEqual({ resealed: 0, closed: [] });
  env().secretKeys = [next];
  expect((await findConnectedInbox(accountId, inboxes[0]!.id))!.config).toMatchObject({ accessToken: "a-token", appSecret: "an-app-secret" });
  env().secretKeys = old;
  await expect(findConnectedInbox(accountId, inboxes[0]!.id)).rejects.toThrow("SECRET_KEY");
});

test("what no key opens is named, left as it is, and keeps nobody from starting", async () => {
  env().secretKeys = ["a-key-that-somebody-lost-0123456789abcdef"];
  const lost = await makeInbox(accountId, "whatsapp", { name: "Vendas" });
  env().secretKeys = old;
  await makeInbox(accountId, "whatsapp");
  env().secretKeys = [next, ...old];
  const secretsOf = async () => (await asOwner("select secrets from inboxes where id = $1", [lost.id]))[0].secrets;
  const before = await secretsOf();
  expect(await resealSecrets()).toEqual({ resealed: 1, closed: ["Vendas"] });
  expect(await secretsOf()).toEqual(before);
});
