import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withBuildLock } from "./build-lock.ts";
import { projectRoot } from "./project-root.ts";
import { runQuietly } from "./run-quietly.ts";
import { sourceFingerprint } from "./source-fingerprint.ts";

/** A product of the sources, and the sources it depends on. */
type Product = { label: string; sources: string[]; stamp: string; proof: string; make: (env: NodeJS.ProcessEnv, signal?: AbortSignal) => Promise<void> };

const bin = (name: string) => path.join(projectRoot, "node_modules/.bin", name);

export const prismaClient: Product = {
  label: "database client",
  sources: ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"],
  stamp: "prisma/generated/.fingerprint",
  proof: "prisma/generated/client.ts",
  make: async (env, signal) => {
    // The generator would download an engine it does not use; naming any program keeps it from trying.
    await runQuietly("Generating the database client", bin("prisma"), ["generate"], { ...env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", PRISMA_HIDE_UPDATE_MESSAGE: "1" }, signal);
  },
};

export const dashboard: Product = {
  label: "dashboard",
  sources: ["app", "components", "lib", "prisma/schema", "proxy.ts", "next.config.ts", "postcss.config.mjs", "package-lock.json"],
  stamp: ".next/.fingerprint",
  proof: ".next/BUILD_ID",
  make: async (env, signal) => {
    await runQuietly("Building the dashboard", bin("next"), ["build"], { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }, signal);
  },
};

export const widget: Product = {
  label: "widget",
  sources: ["bin/build-widget.ts", "components/widget", "lib/i18n", "package-lock.json"],
  stamp: "public/widget/.fingerprint",
  proof: "public/widget.js",
  make: async (env, signal) => {
    if (existsSync(path.join(projectRoot, "bin/build-widget.ts"))) {
      await runQuietly("Building the widget", process.execPath, ["bin/build-widget.ts"], { ...env, NODE_ENV: "production" }, signal);
    }
  },
};

/** Makes what is missing or older than its sources. @returns the labels of what was made. */
export async function prepareBuild(products: Product[], env: NodeJS.ProcessEnv, onStart: (label: string) => void, onWait: () => void, signal?: AbortSignal): Promise<string[]> {
  if (products.every(isCurrent)) return [];
  return withBuildLock(onWait, async () => {
    const made: string[] = [];
    for (const product of products) {
      // Another start may have made it while we waited for the lock.
      if (isCurrent(product)) continue;
      onStart(product.label);
      const fingerprint = fingerprintOf(product);
      await product.make(env, signal);
      mkdirSync(path.dirname(path.join(projectRoot, product.stamp)), { recursive: true });
      writeFileSync(path.join(projectRoot, product.stamp), fingerprint);
      made.push(product.label);
    }
    return made;
  });
}

function isCurrent(product: Product): boolean {
  const stamp = path.join(projectRoot, product.stamp);
  return existsSync(stamp) && existsSync(path.join(projectRoot, product.proof)) && readFileSync(stamp, "utf8") === fingerprintOf(product);
}

function fingerprintOf(product: Product): string {
  return sourceFingerprint(product.sources);
}
