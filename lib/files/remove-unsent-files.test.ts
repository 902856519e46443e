import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { tidy } from "#lib/jobs/sweep.ts";
import { asOwner } from "#tests/factories/as-owner.ts";
import { createTestAccount } from "#tests/factories/create-test-account.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";
import { receiveText } from "#tests/factories/receive-text.ts";
import { routerClient } from "#tests/factories/router-client.ts";
import { storedPath } from "./storage.ts";

test("tidying removes what was uploaded and not sent within a day, row and file; what was sent stays", async () => {
  const { accountId, base, administrator } = await createTestAccount();
  const call = await routerClient();
  const upload = async () => {
    const body = new FormData();
    body.append("file", new Blob(["text"]), "a.txt");
    return (await call("POST", `${base}/uploads`, { token: administrator.token, body })).json().id as string;
  };
  const [unsent, sent, fresh] = [await upload(), await upload(), await upload()];
  const { conversationId } = (await receiveText(accountId, (await makeInbox(accountId)).id))!;
  expect((await administrator.api("POST", `${base}/conversations/${conversationId}/messages`, { content: "", attachmentIds: [sent] })).status).toBe(201);
  await asOwner("update attachments set created_at = now() - interval '25 hours' where id = any($1)", [[unsent, sent]]);
  await tidy();
  expect((await asOwner<{ id: string }>("select id from attachments order by id")).map((row) => row.id)).toEqual([sent, fresh].sort());
  expect([unsent, sent, fresh].map((id) => existsSync(storedPath(accountId, id)))).toEqual([false, true, true]);
});
