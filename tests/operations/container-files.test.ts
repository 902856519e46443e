import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#lib/operations/project-root.ts";

const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");
const compose = read("docker-compose.yml");
const dockerfile = read("Dockerfile");
const example = read(".env.example");

/** Read by bin/start, bin/balcao and docker compose themselves, not by lib/env.ts. */
const ofOperations = ["POSTGRES_PASSWORD", "BALCAO_ADMIN_EMAIL", "BALCAO_ADMIN_PASSWORD", "BALCAO_ACCOUNT_NAME"];
/** Set by programs, not by people. */
const internal = ["NODE_ENV"];
const configuration = [...read("lib/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map((match) => match[1]!);

/** The lines of one service of docker-compose.yml. */
function service(name: string): string {
  const match = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, "m").exec(compose);
  expect(match, `service ${name}`).not.toBeNull();
  return match![1]!;
}

describe(".env.example", () => {
  it("names every variable that the code reads, and no other", () => {
    const named = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!);
    expect(configuration.length).toBeGreaterThan(8);
    expect(named.toSorted()).toEqual([...configuration.filter((name) => !internal.includes(name)), ...ofOperations].toSorted());
  });
});

describe("docker-compose.yml", () => {
  it("sets only variables that the code reads", () => {
    const set = [...compose.matchAll(/^ {4,6}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!).filter((name) => !name.startsWith("POSTGRES_"));
    const known = [...configuration, ...ofOperations, "BALCAO_PROCESS"];
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
    for (const needed of ["DATABASE_URL", "REDIS_URL", "SECRET_KEY", "BASE_URL"]) expect(set).toContain(needed);
  });

  it("asks only for variables that .env.example explains", () => {
    for (const [, name] of compose.matchAll(/\$\{([A-Z_]+)[:}]/g)) expect(example).toMatch(new RegExp(`^#?${name}=`, "m"));
  });

  it("runs programs that exist, and the same ones as bin/start", () => {
    const scripts = [...compose.matchAll(/\["(?:CMD", ")?node", "([^"]+)"\]/g)].map((match) => match[1]!);
    expect(scripts).toEqual(expect.arrayContaining(["server.ts", "workers/index.ts", "lib/operations/prepare-database.ts", "lib/operations/worker-health.ts"]));
    for (const script of scripts) expect(existsSync(path.join(projectRoot, script)), script).toBe(true);
    const supervisor = read("lib/operations/start-instance.ts");
    for (const script of ["server.ts", "workers/index.ts"]) expect(supervisor).toContain(`"${script}"`);
  });

  it("publishes the port that the image serves", () => {
    expect(service("web")).toContain(":3000\"");
    expect(compose).toContain('PORT: "3000"');
    expect(dockerfile).toMatch(/^EXPOSE 3000$/m);
    expect(dockerfile).toContain("PORT=3000");
  });

  it("waits for healthy services and one migration, and gives processes time to stop", () => {
    for (const name of ["postgres", "redis"]) expect(service(name)).toContain("healthcheck:");
    for (const name of ["web", "worker"]) {
      expect(service(name)).toContain("migrate: { condition: service_completed_successfully }");
      expect(service(name)).toContain("stop_grace_period: 30s");
    }
    expect(service("migrate")).toContain("postgres: { condition: service_healthy }");
  });

  it("keeps what must be kept in volumes that exist, where the image may write", () => {
    const volumes = /^volumes:\n((?: {2}\w+:\n)+)/m.exec(compose)![1]!;
    for (const name of ["files", "postgres", "redis"]) expect(volumes).toContain(`  ${name}:`);
    expect(compose).toContain("files:/data");
    expect(compose).toContain("BALCAO_DATA: /data");
    expect(dockerfile).toContain("chown node:node /data");
  });

  it("pins every image to a version", () => {
    for (const [, image] of `${compose}\n${dockerfile}`.matchAll(/^\s*(?:image:|FROM) (\S+)/gm)) expect(image).toMatch(/:[\d.]+/);
  });
});

describe("Dockerfile", () => {
  it("runs as a plain user and asks the health route that exists", () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain("/api/health");
    expect(existsSync(path.join(projectRoot, "app/api/health/route.ts"))).toBe(true);
  });

  it("leaves out only what the image does not need", () => {
    const ignored = read(".dockerignore").split("\n").map((line) => line.trim().replace(/\/$/, ""));
    for (const needed of ["app", "bin", "components", "lib", "prisma", "public", "workers", "server.ts", "package-lock.json"]) expect(ignored).not.toContain(needed);
  });
});
