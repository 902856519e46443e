import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/create-account.ts";
import { systemQuery } from "../db/system.ts";
import { db, inAccount } from "../db/tenant.ts";
import { env } from "../env.ts";
import { newId } from "../ids.ts";
import { findConnectedInbox } from "../inboxes/connected-inbox.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-backup-"));
const archive = path.join(folder, "backup.tar.gz");
const photo = path.join(folder, "files/1/ab/photo");
const again = { overwrite: true, runtime: undefined };
let accountId: number;

beforeAll(async () => {
  ({ accountId } = await createAccount({ name: "Padaria São João", administrator: { name: "Ana", email: "ana@backup.example", password: "a-long-password-1" } }));
  await inAccount(accountId, async () => db.contact.create({ data: { accountId, id: newId(), name: "José “Zé” \\ \n O'Neill 🙂", phone: "+5511999990000" } }));
  mkdirSync(path.dirname(photo), { recursive: true });
  writeFileSync(photo, Buffer.from([0, 255, 10, 13]));
  await writeBackup(archive, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contacts = () => inAccount(accountId, async () => db.contact.findMany({ select: { name: true, phone: true, searchText: true } }));

describe("backup and restore", () => {
  it("puts rows and files back as they were", async () => {
    const before = await contacts();
    await inAccount(accountId, async () => db.contact.deleteMany());
    await createAccount({ name: "Later", administrator: { name: "Bia", email: "bia@backup.example", password: "a-long-password-2" } });
    rmSync(photo);
    const restored = await restoreBackup(archive, folder, again);
    expect(restored).toMatchObject({ files: 1, notes: expect.any(Array) });
    expect(await contacts()).toEqual(before);
    expect(before[0]!.name).toContain("🙂");
    expect([...readFileSync(photo)]).toEqual([0, 255, 10, 13]);
    expect(await systemQuery("select email from users order by 1")).toEqual([{ email: "ana@backup.example" }]);
  });

  it("gives new rows ids that were never used", async () => {
    await restoreBackup(archive, folder, again);
    const made = await createAccount({ name: "Next", administrator: { name: "Caio", email: "caio@backup.example", password: "a-long-password-3" } });
    expect(made.accountId).toBeGreaterThan(accountId);
  });

  it("leaves isolation, keys and triggers as strict as before", async () => {
    await restoreBackup(archive, folder, again);
    const [facts] = await systemQuery(`select
      (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relforcerowsecurity and relname not in ('_prisma_migrations', 'event_tasks')) as open,
      (select count(*)::int from pg_trigger where tgenabled = 'D') as disabled,
      (select count(*)::int from pg_constraint where contype = 'f') > 15 as keys`);
    expect(facts).toEqual({ open: 0, disabled: 0, keys: true });
  });

  it("refuses to replace data unless told to", async () => {
    await expect(restoreBackup(archive, folder, { ...again, overwrite: false })).rejects.toThrow("With --yes the backup replaces all of it.");
  });

  it("changes nothing when the archive is broken", async () => {
    const broken = path.join(folder, "broken.tar.gz");
    const whole = readFileSync(archive);
    writeFileSync(broken, whole.subarray(0, whole.length - 300));
    const before = await contacts();
    await expect(restoreBackup(broken, folder, again)).rejects.toThrow();
    expect(await contacts()).toEqual(before);
    expect(existsSync(photo)).toBe(true);
  });

  it("says what is no backup", async () => {
    const other = path.join(folder, "other.tar.gz");
    writeFileSync(other, "hello");
    await expect(restoreBackup(other, folder, again)).rejects.toThrow("is not a backup of Balcão");
    await expect(restoreBackup(path.join(folder, "none"), folder, again)).rejects.toThrow("There is no file");
  });

  it("seals what another instance's key had sealed under our own", async () => {
    const own = { SECRET_KEY: env().SECRET_KEY, secretKeys: [...env().secretKeys] };
    const foreign = "the-secret-of-another-instance-0123456789";
    Object.assign(env(), { SECRET_KEY: foreign, secretKeys: [foreign] });
    const inbox = await makeInbox(accountId, "whatsapp");
    const theirs = path.join(folder, "theirs.tar.gz");
    await writeBackup(theirs, folder);
    Object.assign(env(), own);
    expect((await restoreBackup(theirs, folder, again)).notes.join()).toContain("another SECRET_KEY");
    env().secretKeys = own.secretKeys;
    expect((await findConnectedInbox(accountId, inbox.id))!.config.accessToken).toBe("a-token");
  });

  it("never overwrites a backup, and keeps it to its owner", async () => {
    await expect(writeBackup(archive, folder)).rejects.toThrow("exists already");
    expect(statSync(archive).mode & 0o077).toBe(0);
  });
});
