import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTar, TarWriter } from "./tar-archive.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "balcao-tar-"));
const file = path.join(folder, "archive.tar.gz");
afterAll(() => rmSync(folder, { recursive: true }));

const longName = `files/1/${"0123456789".repeat(6)}/${"0123456789".repeat(6)}`;
const contents: Record<string, string> = { "manifest.json": "{}", "empty": "", "exactly-a-block": "x".repeat(512), [longName]: "ç\n".repeat(100_000) };

async function write(): Promise<void> {
  const writer = new TarWriter(file);
  for (const [name, text] of Object.entries(contents)) await writer.addText(name, text);
  await writer.close();
}

async function readAll(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const entry of readTar(file)) {
    const parts: Buffer[] = [];
    for await (const part of entry.body()) parts.push(part);
    found[entry.name] = Buffer.concat(parts).toString("utf8");
  }
  return found;
}

describe("archives", () => {
  it("come back as they were written", async () => {
    await write();
    expect(await readAll()).toEqual(contents);
  });

  it("are read by tar itself", async () => {
    await write();
    const listed = spawnSync("tar", ["-tzf", file], { encoding: "utf8" });
    expect(listed.stdout.trim().split("\n")).toEqual(Object.keys(contents));
  });

  it("skip a body that nobody reads", async () => {
    await write();
    const names: string[] = [];
    for await (const entry of readTar(file)) names.push(entry.name);
    expect(names).toEqual(Object.keys(contents));
  });

  it("say so when they were cut off", async () => {
    await write();
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 200));
    await expect(readAll()).rejects.toThrow();
  });
});
