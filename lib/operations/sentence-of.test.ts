import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors.ts";
import { env } from "../env.ts";
import { assertAnswers } from "./assert-answers.ts";
import { freePort } from "./free-port.ts";
import { projectRoot } from "./project-root.ts";
import { isFullDisk, sentenceOf } from "./sentence-of.ts";
import { TarWriter } from "./tar-archive.ts";

const failure = (code: string, more: object = {}) => Object.assign(new Error("raw words of a library\n    at somewhere"), { code, ...more });

describe("what the operator reads", () => {
  it.each([
    ["a full disk", failure("ENOSPC"), "The disk is full."],
    ["a full disk, said by PostgreSQL", failure("53100"), "The disk is full."],
    ["a closed folder", failure("EACCES", { path: "/srv/balcao" }), "Balcão may not write to /srv/balcao."],
    ["a taken port", failure("EADDRINUSE", { port: 3000 }), "Port 3000 is already in use."],
    ["nobody there", failure("ECONNREFUSED", { address: "10.0.0.1", port: 5432 }), "Nothing answers at 10.0.0.1:5432."],
    ["a wrong password", failure("28P01"), "PostgreSQL refused the user name or password"],
    ["several addresses tried", Object.assign(new AggregateError([failure("ECONNREFUSED", { address: "::1", port: 6379 })], ""), {}), "Nothing answers at ::1:6379."],
    ["a wrong field", new AppError("invalid_input", "A field is wrong.", { details: [{ path: "name", message: "required" }] }), "A field is wrong. name: required"],
    ["anything else", failure("EODD"), "raw words of a library"],
  ])("%s", (_case, error, sentence) => {
    expect(sentenceOf(error)).toContain(sentence);
    expect(sentenceOf(error)).not.toContain("\n");
  });

  it.runIf(existsSync("/dev/full"))("a backup onto a full disk", async () => {
    const writer = new TarWriter("/dev/full");
    const error: unknown = await (async () => {
      for (let part = 0; part < 50; part++) await writer.addText(`part-${part}`, Math.random().toString(36).repeat(20_000));
      await writer.close();
    })().catch((reason: unknown) => reason);
    expect(isFullDisk(error)).toBe(true);
    expect(sentenceOf(error)).toContain("The disk is full.");
  });

  it("no PostgreSQL: a sentence and exit code 1", async () => {
    const nowhere = Object.assign(new URL(env().DATABASE_URL), { port: String(await freePort()) }).toString();
    const ran = spawnSync(process.execPath, ["lib/operations/prepare-database.ts"], { cwd: projectRoot, encoding: "utf8", env: { ...process.env, DATABASE_URL: nowhere } });
    expect(ran.status).toBe(1);
    expect(ran.stderr.trim()).toMatch(/^Nothing answers at 127\.0\.0\.1:\d+\. Is it running, and is the address right\?$/);
    expect(ran.stderr).not.toContain(new URL(nowhere).password);
  });

  it("no Redis at REDIS_URL: a sentence, without its password", async () => {
    const port = await freePort();
    await expect(assertAnswers("REDIS_URL", `redis://:secret@127.0.0.1:${port}`, 300)).rejects.toThrow(`Nothing answers at 127.0.0.1:${port}, where REDIS_URL points.`);
    await expect(assertAnswers("REDIS_URL", "localhost")).rejects.toThrow("REDIS_URL is not an address.");
  });

  it("waits for a service that is just starting", async () => {
    const port = await freePort();
    const server = net.createServer((socket) => socket.end());
    setTimeout(() => server.listen(port, "127.0.0.1"), 300);
    await assertAnswers("DATABASE_URL", `postgresql://a:b@127.0.0.1:${port}/c`, 10_000);
    server.close();
  });

  it("says how a wrong configuration is wrong, variable by variable", () => {
    const ran = spawnSync(process.execPath, [path.join(projectRoot, "bin/balcao.ts"), "account", "list"], { cwd: projectRoot, encoding: "utf8", env: { ...process.env, SECRET_KEY: "short", DATABASE_POOL: "many" } });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("The configuration is not usable:");
    expect(ran.stderr).toMatch(/SECRET_KEY: .*\n.*DATABASE_POOL: /);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
  });
});
