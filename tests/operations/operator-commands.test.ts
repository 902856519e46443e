import { spawn } from "node:child_process";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { env } from "#lib/env.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { systemQuery } from "#lib/db/system.ts";

/** As in a container: everything comes from the environment. */
async function balcao(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(projectRoot, "bin/balcao.ts"), ...args], {
      cwd: projectRoot, env: { ...process.env, DATABASE_URL: env().DATABASE_URL, BASE_URL: "http://localhost:3000", LOG_LEVEL: "" },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.once("close", (code) => resolve({ code, out: out.trim(), err: err.trim() }));
  });
}
const json = async (...args: string[]) => JSON.parse((await balcao(...args, "--json")).out);

describe("bin/balcao", () => {
  it("makes an account, people, a token and an inbox", async () => {
    const account = await json("account", "create", "--name", "Loja", "--email", "ana@cli.example");
    expect(account).toMatchObject({ id: expect.any(Number), email: "ana@cli.example", password: expect.stringMatching(/^.{20}$/) });

    expect(await json("user", "create", "--email", "bia@cli.example", "--role", "agent")).toMatchObject({ role: "agent", accountId: account.id });
    const again = await balcao("user", "create", "--email", "bia@cli.example");
    expect(again).toMatchObject({ code: 1, out: "", err: "bia@cli.example is a member of this account already." });

    const token = await balcao("token", "create", "--email", "ana@cli.example");
    expect(token).toMatchObject({ code: 0, err: "" });
    expect(token.out).toMatch(/^blc_[\w-]+$/);

    const inbox = await json("inbox", "create", "--channel", "widget", "--name", "Site", "--config", '{"color":"#112233"}');
    expect(inbox).toMatchObject({ id: expect.any(String), token: expect.any(String), channel: { type: "widget", color: "#112233" } });
  });

  it("sets a password and ends the sessions", async () => {
    const answer = await balcao("user", "password", "--email", "bia@cli.example", "--password", "another-long-password");
    expect(answer.out).toBe("bia@cli.example has a new password and is signed out everywhere.");
    expect(await systemQuery("select 1 from sessions s join users u on u.id = s.user_id where u.email = 'bia@cli.example' and revoked_at is null")).toEqual([]);
  });

  it("prints addresses that a shell can source", async () => {
    const { out } = await balcao("env");
    expect(out.split("\n")).toEqual([`DATABASE_URL=${env().DATABASE_URL}`, `REDIS_URL=${env().REDIS_URL}`, "BASE_URL=http://localhost:3000"]);
  });

  it("answers mistakes with a sentence, not a stack", async () => {
    for (const [args, sentence] of [
      [["token", "create", "--email", "nobody@cli.example"], "Nobody has the e-mail address nobody@cli.example."],
      [["user", "password", "--email", "ana@cli.example", "--password", "short"], "A password has 12 to 128 characters."],
      [["inbox", "create", "--channel", "widget", "--name", "x", "--config", "{"], "--config is not a JSON object."],
      [["inbox", "create", "--channel", "pigeon", "--name", "x"], "pigeon|channel|type"],
      [["user", "create", "--email", "c@cli.example", "--account", "999999"], "There is no account “999999”."],
    ] as [string[], string][]) {
      const { code, out, err } = await balcao(...args);
      expect(code).toBe(1);
      expect(out).toBe("");
      expect(err).toMatch(new RegExp(sentence));
      expect(err).not.toMatch(/^\s+at /m);
    }
    expect(await json("token", "create", "--email", "nobody@cli.example")).toEqual({ error: "Nobody has the e-mail address nobody@cli.example." });
  });

  it("has help everywhere", async () => {
    const commands = [[], ["account"], ["account", "create"], ["user", "password"], ["token", "create"], ["inbox", "create"], ["backup"], ["restore"], ["env"], ["migrate"], ["doctor"]];
    for (const { code, out } of await Promise.all(commands.map((args) => balcao(...args, "--help")))) {
      expect(code).toBe(0);
      expect(out).toContain("Usage: balcao");
    }
  });

  it("finds in doctor what is wrong", async () => {
    const { findings } = await json("doctor");
    expect(findings.map((finding: { check: string }) => finding.check)).toEqual(expect.arrayContaining(["database", "schema", "redis", "secret", "address", "disk"]));
    // The database of the tests does not wait for the disk, which is right to complain about.
    expect(findings.find((finding: { check: string }) => finding.check === "durability")).toMatchObject({ state: "problem" });
    expect(inject("clusterUrl")).toBeTruthy();
  });
}, 60_000);
