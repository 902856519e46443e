import { Readable } from "node:stream";
import { v7 } from "uuid";
import { db } from "#lib/db/tenant.ts";
import { makePreview } from "#lib/files/make-preview.ts";
import { store } from "#lib/files/storage.ts";
import type { ConversationRows } from "./conversation-rows.ts";
import { demoFile } from "./demo-files.ts";

/** Puts the files of the stories on disk, with previews, and their rows. */
export async function addDemoFiles(accountId: number, told: ConversationRows[]): Promise<void> {
  for (const { files } of told) {
    for (const { messageId, name } of files) {
      const id = v7();
      const { bytes, filename, contentType, kind } = await demoFile(name);
      const { size, sha256 } = await store(accountId, id, Readable.from([bytes]), bytes.length);
      const picture = kind === "image" ? await makePreview(accountId, id) : { width: null, height: null, hasPreview: false };
      await db.attachment.create({ data: { accountId, id, messageId, kind, filename, contentType, size, sha256, ...picture } });
    }
  }
}
