import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { afterAll, inject } from "vitest";
import { ensureRoles } from "#lib/db/roles.ts";
import { databaseUrl, inDatabase, templateDatabase, testSecret } from "./start-services.ts";

/** Every test file gets a database of its own, an empty Redis and an empty folder for files, before its imports read them. */
const name = `test_${process.pid}_${Date.now().toString(36)}`;
const cluster = inject("clusterUrl");
const redisUrls = inject("redisUrls");
const redisUrl = redisUrls[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % redisUrls.length]!;
const dataFolder = mkdtempSync(path.join(os.tmpdir(), "balcao-test-"));
const url = databaseUrl(cluster, name);

Object.assign(process.env, {
  DATABASE_URL: url,
  REDIS_URL: redisUrl,
  SECRET_KEY: testSecret,
  BALCAO_DATA: dataFolder,
  // Vite puts "/" here.
  BASE_URL: "http://localhost:3000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  ALLOW_PRIVATE_ADDRESSES: "true",
});

await inDatabase(cluster, (client) => client.query(`create database ${name} template ${templateDatabase} strategy file_copy`));
await inDatabase(url, ensureRoles);
const redis = new Redis(redisUrl);
await redis.flushall();
redis.disconnect();

afterAll(async () => {
  rmSync(dataFolder, { recursive: true, force: true });
  await inDatabase(cluster, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`drop role if exists ${name}_app`);
    await client.query(`drop role if exists ${name}_system`);
  });
});
