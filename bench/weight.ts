import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { dataFolderPath } from "#lib/operations/data-folder.ts";
import { projectRoot } from "#lib/operations/project-root.ts";
import { readLiveRuntime } from "#lib/operations/runtime-file.ts";
import { memoryOf } from "./memory.ts";
import { type Figure, kilobytes, report } from "./report.ts";

// Bytes a browser has to fetch, gzipped, and the memory of an idle stack; of the bin/start that runs on BALCAO_DATA.
// BALCAO_DATA=… node bench/weight.ts <e-mail> <password>   (of anyone who may see the inbox)
const [email, password] = process.argv.slice(2);
const runtime = readLiveRuntime(dataFolderPath());
if (!runtime) throw new Error("Nothing runs on BALCAO_DATA: start Balcão there first (bin/start).");
const { baseUrl } = runtime;

const figures: Figure[] = [];
const add = (name: string, value: number, limit: number, target: string) => figures.push({ name, value: kilobytes(value), target, met: value <= limit });

add("widget: loader", await gzippedBytes("/widget.js"), 2 * 1024, "≤ 2 KB");
const bundle = path.join(projectRoot, "public/widget");
const files = existsSync(bundle) ? readdirSync(bundle).filter((name) => /\.(js|css)$/.test(name)) : [];
// The live connection is imported once the chat is on screen and can be written in.
const isLater = (name: string) => name.startsWith("live-socket");
const first = (await Promise.all(["/widget.js", ...files.filter((name) => !isLater(name)).map((name) => `/widget/${name}`)].map(gzippedBytes))).reduce(sum);
const later = (await Promise.all(files.filter(isLater).map((name) => gzippedBytes(`/widget/${name}`)))).reduce(sum, 0);
add("widget: loader, JavaScript and CSS until the chat can be used", first, 35 * 1024, "≤ 35 KB");
figures.push({ name: "widget: with the live connection, fetched afterwards", value: kilobytes(first + later) });

if (email && password) {
  const cookie = await signIn();
  const { accounts } = (await (await fetch(`${baseUrl}/api/profile`, { headers: { cookie } })).json()) as { accounts: { id: number }[] };
  const inbox = await scriptsOf(`/a/${accounts[0]!.id}/conversations`, cookie);
  add("dashboard: first load of the inbox, JavaScript", (await Promise.all([...inbox].map(gzippedBytes))).reduce(sum, 0), 250 * 1024, "≤ 250 KB");
  for (const screen of ["settings/inboxes", "settings/agents", "settings/profile"]) {
    const more = [...(await scriptsOf(`/a/${accounts[0]!.id}/${screen}`, cookie))].filter((script) => !inbox.has(script));
    add(`dashboard: ${screen} after it`, (await Promise.all(more.map(gzippedBytes))).reduce(sum, 0), 60 * 1024, "≤ 60 KB");
  }
}

let total = 0;
for (const [name, pid] of Object.entries({ supervisor: runtime.supervisor, ...runtime.processes })) {
  const memory = [pid, ...descendants(pid)].map((each) => memoryOf(each).proportional).reduce(sum);
  // The supervisor's children are listed by their own names.
  const own = name === "supervisor" ? memoryOf(pid).proportional : memory;
  // The fake providers run with --demo only.
  if (name !== "providers") total += own;
  figures.push({ name: `memory: ${name}`, value: megabytes(own) });
}
figures.push({ name: "memory of the whole stack (PSS)", value: megabytes(total), target: "≤ 512 MB when idle", met: total <= 512 * 1024 * 1024 });
report("weight", figures);

function sum(a: number, b: number): number {
  return a + b;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

async function gzippedBytes(address: string): Promise<number> {
  const response = await fetch(new URL(address, baseUrl));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
}

/** The scripts a page names: in its markup, and preloaded. */
async function scriptsOf(page: string, cookie: string): Promise<Set<string>> {
  const response = await fetch(`${baseUrl}${page}`, { headers: { cookie } });
  if (!response.ok || new URL(response.url).pathname !== page) throw new Error(`${page} was answered ${response.status} at ${response.url}`);
  const html = await response.text();
  return new Set([...html.matchAll(/<script[^>]*\ssrc="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)].filter(([tag]) => !/nomodule/i.test(tag)).map(([, source]) => source!));
}

async function signIn(): Promise<string> {
  const first = await fetch(`${baseUrl}/api/auth/csrf`);
  const jar = cookiesOf(first);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, { method: "POST", redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: jar, origin: baseUrl }, body: new URLSearchParams({ csrfToken, email: email!, password: password!, json: "true" }) });
  const cookie = [jar, cookiesOf(answer)].filter(Boolean).join("; ");
  if (!/session=/.test(cookie)) throw new Error(`Signing in failed: ${answer.status}`);
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

function descendants(pid: number): number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === pid).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[1]);
  } catch {
    return -1;
  }
}
