// Exit code 0 when node_modules holds what package-lock.json asks for. Plain JavaScript: runs on the Node that is there.
import { readFileSync } from "node:fs";

const root = process.argv[2];
const read = (file) => JSON.parse(readFileSync(`${root}/${file}`, "utf8")).packages;
const installed = read("node_modules/.package-lock.json");
const wanted = Object.entries(read("package-lock.json")).filter(([place]) => place);
// Optional packages are those of other platforms.
const missing = wanted.filter(([place, entry]) => installed[place]?.version !== entry.version && !(entry.optional && !installed[place]));
process.exit(missing.length ? 1 : 0);
