import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * Builds what websites load: public/widget.js (the loader) and public/widget/ (the chat in the frame), and prints what
 * they weigh gzipped beside the limits of the project. Usage: node bin/build-widget.ts [--out folder]
 */
const root = path.resolve(import.meta.dirname, "..");
const source = path.join(root, "components/widget");
const out = process.argv[2] === "--out" ? path.resolve(process.argv[3]!) : path.join(root, "public");
const limits = { loader: 2 * 1024, chat: 35 * 1024 };
const targets = ["es2022", "chrome105", "firefox110", "safari16.2"];

await rm(path.join(out, "widget"), { recursive: true, force: true });
await mkdir(path.join(out, "widget"), { recursive: true });

await build({
  entryPoints: [path.join(source, "loader.ts")],
  outfile: path.join(out, "widget.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: targets,
  legalComments: "none",
});

const shared = { bundle: true, minify: true, format: "esm", target: targets, legalComments: "none", define: { "process.env.NODE_ENV": '"production"' } } as const;
const hashOf = async (...names: string[]) => {
  const content = await Promise.all(names.map((name) => readFile(path.join(out, "widget", name))));
  return createHash("sha256").update(Buffer.concat(content)).digest("hex").slice(0, 12);
};

// The socket library comes after the chat is drawn; by itself, so that the chat does not wait for what they would share.
await build({ ...shared, entryPoints: [path.join(source, "live-socket.ts")], outdir: path.join(out, "widget") });
const socketVersion = await hashOf("live-socket.js");
await build({
  ...shared,
  entryPoints: ["app.tsx", "app.css", "launcher.css"].map((name) => path.join(source, name)),
  outdir: path.join(out, "widget"),
  plugins: [{
    name: "socket apart",
    setup: ({ onResolve }) => onResolve({ filter: /live-socket\.ts$/ }, ({ kind }) => (kind === "dynamic-import" ? { path: `./live-socket.js?v=${socketVersion}`, external: true } : undefined)),
  }],
});

// The page asks for files by version, so that browsers may keep them.
await writeFile(path.join(out, "widget", "version"), await hashOf("app.js", "app.css"));

const weigh = async (file: string) => gzipSync(await readFile(path.join(out, file)), { level: 9 }).length;
const loader = await weigh("widget.js");
let total = 0;
for (const file of (await readdir(path.join(out, "widget"))).filter((name) => /\.(js|css)$/.test(name))) {
  const bytes = await weigh(`widget/${file}`);
  total += bytes;
  console.log(`  widget/${file}  ${bytes} bytes gzipped`);
}
console.log(`Widget: loader ${loader} bytes gzipped (limit ${limits.loader}), chat with everything ${total} (limit ${limits.chat}).`);
if (loader > limits.loader || total > limits.chat) {
  console.error("The widget is heavier than its limit.");
  process.exitCode = 1;
}
