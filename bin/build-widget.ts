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

await build({
  entryPoints: ["app.tsx", "app.css", "launcher.css"].map((name) => path.join(source, name)),
  outdir: path.join(out, "widget"),
  chunkNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: targets,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
});

// The page asks for app.js?v=… so that browsers may keep it for ever; chunks carry their hash in the name.
const content = await Promise.all(["app.js", "app.css"].map((name) => readFile(path.join(out, "widget", name))));
await writeFile(path.join(out, "widget", "version"), createHash("sha256").update(Buffer.concat(content)).digest("hex").slice(0, 12));

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
