import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import type { BusinessNumber, Entry, Person, StoredMedia, World } from "./world.ts";

type Kept = { numbers: BusinessNumber[]; people: Person[]; entries: Entry[]; media: (Omit<StoredMedia, "bytes"> & { bytes: string })[] };

const maxMediaBytes = 2 << 20;
const maxEntries = 5_000;

/** Reads what an earlier run left in this file, and keeps the file current: a demo that is started again keeps its chats. */
export function keepWorld(world: World, file: string): { flush: () => Promise<void> } {
  load(world, file);
  let planned: NodeJS.Timeout | undefined;
  const save = async () => {
    clearTimeout(planned);
    planned = undefined;
    const kept: Kept = {
      numbers: [...world.numbers.values()], people: [...world.people.values()], entries: [...world.entries.values()].slice(-maxEntries),
      media: [...world.media.values()].filter((media) => media.bytes.length <= maxMediaBytes).slice(-100).map((media) => ({ ...media, bytes: media.bytes.toString("base64") })),
    };
    await writeFile(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    await rename(`${file}.new`, file);
  };
  world.listen(() => {
    planned ??= setTimeout(() => void save().catch(() => undefined), 500);
  });
  return { flush: async () => { if (planned) await save().catch(() => undefined); } };
}

function load(world: World, file: string): void {
  let kept: Kept;
  try {
    kept = JSON.parse(readFileSync(file, "utf8")) as Kept;
  } catch {
    // Nothing kept yet, or a file cut short: the world begins empty.
    return;
  }
  for (const number of kept.numbers) world.numbers.set(number.phoneNumberId, number);
  for (const person of kept.people) world.people.set(person.id, person);
  for (const entry of kept.entries) world.entries.set(entry.id, entry);
  for (const media of kept.media) world.media.set(media.id, { ...media, bytes: Buffer.from(media.bytes, "base64") });
}
