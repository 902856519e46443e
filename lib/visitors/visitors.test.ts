import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db, inAccount } from "#lib/db/tenant.ts";
import type { InboxView } from "#lib/inboxes/schemas.ts";
import { apiClient, type ApiClient } from "#tests/factories/api-client.ts";
import { createTestAccount, type TestAccount } from "#tests/factories/create-test-account.ts";
import { makeContact } from "#tests/factories/make-contact.ts";
import { makeInbox } from "#tests/factories/make-inbox.ts";

const secret = "a-secret-of-the-shop";
const sign = (identifier: string, key = secret) => createHmac("sha256", key).update(identifier).digest("hex");

type Browser = { token: string; session: any; call: ApiClient; say: (content: string, more?: object) => ReturnType<ApiClient> };

/** A browser that has opened the chat. */
async function browse(inbox: InboxView, options: { token?: string; identity?: object; api?: ApiClient } = {}): Promise<Browser> {
  const base = `/api/widget/${inbox.token}`;
  const started = await apiClient(options.token)("POST", `${base}/session`, { identity: options.identity });
  const token = started.body.visitorToken;
  const call: ApiClient = (method, path, body, headers) => apiClient(token)(method, `${base}/${path}`, body, headers);
  return { token, session: started.body, call, say: (content, more) => call("POST", "messages", { content, clientId: randomUUID(), ...more }) };
}

let account: TestAccount;
let inbox: InboxView;
beforeAll(async () => {
  account = await createTestAccount();
  inbox = await makeInbox(account.accountId, "widget", { config: { hmacSecret: secret } });
});

const inside = <T>(work: () => Promise<T>) => inAccount(account.accountId, work);
const answer = async (conversationId: string, body: object) => account.administrator.api("POST", `${account.base}/conversations/${conversationId}/messages`, body);

describe("a visitor", () => {
  test("leaves no row before they write, and becomes a contact with the first message", async () => {
    const rows = () => inside(async () => db.contact.count());
    const before = await rows();
    const visitor = await browse(inbox);
    expect(visitor.session).toMatchObject({ contact: null, marks: null, unreadCount: 0, settings: { name: inbox.name } });
    expect(visitor.token).toMatch(/^[\w-]{43}$/);
    expect((await visitor.call("GET", "messages")).body).toEqual({ items: [], older: null, newer: null, marks: null });
    expect(await rows()).toBe(before);

    const sent = await visitor.say("Oi! Entregam em Campinas?", { page: { url: "https://loja.example/sofa", title: "Sofá" } });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ type: "incoming", content: "Oi! Entregam em Campinas?", deleted: false });
    expect(await rows()).toBe(before + 1);
    const [shown] = (await account.administrator.api("GET", `${account.base}/conversations?inboxId=${inbox.id}`)).body.items;
    expect(shown.contact.name).toMatch(/^(Visitante|Visitor) [0-9A-F]{4}$/);
    const thread = (await account.administrator.api("GET", `${account.base}/conversations/${sent.body.conversationId}/messages`)).body.items;
    expect(thread[0].extras.referral).toEqual({ sourceUrl: "https://loja.example/sofa", headline: "Sofá" });
  });

  test("is kept over reloads by the token, whose hash alone is stored", async () => {
    const visitor = await browse(inbox);
    await visitor.say("Oi");
    const again = await browse(inbox, { token: visitor.token });
    expect(again.token).toBe(visitor.token);
    expect((await again.call("GET", "messages")).body.items.map((item: any) => item.content)).toEqual(["Oi"]);
    const stored = await inside(async () => db.contactInbox.findMany({ where: { accountId: account.accountId, inboxId: inbox.id } }));
    expect(JSON.stringify(stored)).not.toContain(visitor.token);
  });

  test("sends a message once, however often it is repeated", async () => {
    const visitor = await browse(inbox);
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => visitor.call("POST", "messages", { content: "Uma vez", clientId })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await visitor.call("GET", "messages")).body.items).toHaveLength(1);
    const other = await browse(inbox);
    expect((await other.call("POST", "messages", { content: "Eu também", clientId })).body.content).toBe("Eu também");
  });

  test("reads answers, but no notes, no assignments and no addresses", async () => {
    const visitor = await browse(inbox);
    const { conversationId } = (await visitor.say("Oi")).body;
    await answer(conversationId, { content: "Cliente difícil", private: true });
    await answer(conversationId, { content: "Olá, posso ajudar?" });
    await account.administrator.api("PUT", `${account.base}/conversations/${conversationId}/assignee`, { assigneeId: account.administrator.userId });
    await account.administrator.api("POST", `${account.base}/conversations/${conversationId}/resolution`);
    const page = await visitor.call("GET", "messages");
    expect(page.body.items.map((item: any) => [item.type, item.content, item.senderName])).toEqual([
      ["incoming", "Oi", null], ["outgoing", "Olá, posso ajudar?", "Ada Administrator"], ["resolved", null, null],
    ]);
    expect(JSON.stringify(page.body)).not.toMatch(/difícil|@tests\.example|userId/);
    expect((await browse(inbox, { token: visitor.token })).session.unreadCount).toBe(1);
  });

  test("pages back and catches up by places", async () => {
    const visitor = await browse(inbox);
    for (let n = 1; n <= 7; n++) await visitor.say(`m${n}`);
    const texts = (page: any) => page.body.items.map((item: any) => item.content);
    const newest = await visitor.call("GET", "messages?limit=3");
    expect(texts(newest)).toEqual(["m5", "m6", "m7"]);
    const older = await visitor.call("GET", `messages?limit=3&before=${newest.body.older}`);
    expect(texts(older)).toEqual(["m2", "m3", "m4"]);
    const caught = await visitor.call("GET", `messages?limit=2&after=${older.body.items.at(-1).place.join(".")}`);
    expect([texts(caught), caught.body.newer !== null]).toEqual([["m5", "m6"], true]);
    expect((await visitor.call("GET", "messages?after=abc")).status).toBe(422);
  });

  test("tells agents what they have read, in their own conversation only", async () => {
    const visitor = await browse(inbox);
    const { conversationId } = (await visitor.say("Oi")).body;
    const outgoing = (await answer(conversationId, { content: "Olá" })).body;
    const read = await visitor.call("PUT", "read", { conversationId, seq: outgoing.seq });
    expect(read.body).toMatchObject({ contactSeenSeq: outgoing.seq });
    expect((await visitor.call("PUT", "read", { conversationId, seq: 1 })).body.contactSeenSeq).toBe(outgoing.seq);
    const [, seen] = (await account.administrator.api("GET", `${account.base}/conversations/${conversationId}/messages`)).body.items;
    expect(seen.status).toBe("read");
    const other = await browse(inbox);
    await other.say("Oi");
    for (const id of [conversationId, randomUUID(), "nonsense"]) expect((await other.call("PUT", "read", { conversationId: id, seq: 1 })).status).toBe(404);
  });

  test("sends files of their own and nobody else's", async () => {
    const upload = async (visitor: Browser, name: string, content: string) => {
      const { POST } = await import("#app/api/widget/[inboxToken]/uploads/route.ts");
      const form = new FormData();
      form.append("file", new File([content], name));
      const request = new Request("http://localhost:3000/", { method: "POST", body: form, headers: { authorization: `Bearer ${visitor.token}` } });
      const response: Response = await POST(request, { params: Promise.resolve({ inboxToken: inbox.token }) });
      return { status: response.status, body: await response.json() };
    };
    const [visitor, other] = [await browse(inbox), await browse(inbox)];
    const file = await upload(visitor, "medidas.txt", "2 x 3 m");
    expect(file).toMatchObject({ status: 201, body: { kind: "document", filename: "medidas.txt", size: 7 } });
    expect((await upload(visitor, "pagina.html", "<html><script>1</script>")).body.error.code).toBe("unsupported_file");
    expect((await other.say("Meu!", { attachmentIds: [file.body.id] })).status).toBe(422);
    const clientId = randomUUID();
    const sent = await visitor.say("", { attachmentIds: [file.body.id], clientId });
    expect(sent.body.attachments).toMatchObject([{ filename: "medidas.txt" }]);
    expect((await visitor.say("", { attachmentIds: [file.body.id], clientId })).body.id).toBe(sent.body.id);
    expect((await visitor.say("", { attachmentIds: [file.body.id] })).status).toBe(422);
  });

  test("says who they are, which fills gaps and finds nobody", async () => {
    const known = await makeContact(account.accountId, { name: "Carla", email: "carla@example.com", phone: "+5511987654321" });
    const visitor = await browse(inbox);
    expect((await visitor.call("PUT", "contact", { name: "Eva" })).status).toBe(404);
    await visitor.say("Oi", { identity: { identifier: "42", name: "Eva", email: "carla@example.com", phone: "+5511987654321" } });
    const contactIds = await inside(async () => db.contact.findMany({ where: { accountId: account.accountId, email: "carla@example.com" }, select: { id: true, name: true } }));
    expect(contactIds.map((row) => row.name).sort()).toEqual(["Carla", "Eva"]);
    expect((await visitor.call("PUT", "contact", { name: "Outra", email: "nova@example.com" })).body).toEqual({ name: "Eva", email: "carla@example.com", phone: "+5511987654321" });
    expect((await visitor.call("PUT", "contact", { email: "x" })).body.error.details[0].path).toBe("email");
    expect(known.name).toBe("Carla");
  });
});

describe("identity", () => {
  test("signed by the site, it brings a person's conversations to their other devices", async () => {
    const identity = { identifier: "cliente-7", identifierHash: sign("cliente-7"), name: "Beatriz Lima", email: "bia@example.com" };
    const phone = await browse(inbox);
    await phone.say("Escrevi sem entrar na conta");
    const phoneIn = await browse(inbox, { token: phone.token, identity });
    expect(phoneIn.session).toMatchObject({ visitorToken: phone.token, contact: { name: "Beatriz Lima", email: "bia@example.com" } });
    const laptop = await browse(inbox, { identity });
    expect((await laptop.call("GET", "messages")).body.items.map((item: any) => item.content)).toEqual(["Escrevi sem entrar na conta"]);
    await laptop.say("E do computador");
    expect((await phoneIn.call("GET", "messages")).body.items).toHaveLength(2);
  });

  test("what an anonymous browser wrote joins the person it turns out to be", async () => {
    const identity = { identifier: "cliente-8", identifierHash: sign("cliente-8") };
    const first = await browse(inbox, { identity });
    await first.say("Do trabalho");
    const anonymous = await browse(inbox);
    await anonymous.say("De casa");
    await browse(inbox, { token: anonymous.token, identity });
    expect((await first.call("GET", "messages")).body.items.map((item: any) => item.content)).toEqual(["Do trabalho", "De casa"]);
    const contacts = await inside(async () => db.contactInbox.findMany({ where: { accountId: account.accountId, sourceId: "user:cliente-8" }, select: { contactId: true } }));
    expect(contacts).toHaveLength(1);
  });

  test("two people at one browser never read each other", async () => {
    const first = await browse(inbox, { identity: { identifier: "ana", identifierHash: sign("ana") } });
    await first.say("Segredo da Ana");
    const second = await browse(inbox, { token: first.token, identity: { identifier: "rui", identifierHash: sign("rui") } });
    expect(second.token).not.toBe(first.token);
    expect((await second.call("GET", "messages")).body.items).toEqual([]);
  });

  test.each([
    ["another key", sign("ana", "another secret")],
    ["another person", sign("rui")],
    ["no hex", "zz"],
    ["nothing", ""],
  ])("signed with %s it is refused, in a way of its own", async (_why, identifierHash) => {
    const answered = await apiClient()("POST", `/api/widget/${inbox.token}/session`, { identity: { identifier: "ana", identifierHash } });
    expect([answered.status, answered.body.error.code]).toEqual([401, "invalid_signature"]);
  });

  test("unsigned, it opens nobody's conversations", async () => {
    const stranger = await browse(inbox, { identity: { identifier: "ana", email: "ana@example.com" } });
    expect((await stranger.call("GET", "messages")).body.items).toEqual([]);
  });

  test("where it is required, the anonymous are refused everywhere", async () => {
    const closed = await makeInbox(account.accountId, "widget", { config: { hmacSecret: secret, identityRequired: true } });
    expect((await apiClient()("POST", `/api/widget/${closed.token}/session`, {})).body.error.code).toBe("identity_required");
    const forged = apiClient("x".repeat(43));
    for (const [method, path, body] of [["GET", "messages"], ["POST", "messages", { content: "Oi", clientId: randomUUID() }], ["PUT", "read", { conversationId: randomUUID(), seq: 1 }]] as const)
      expect((await forged(method, `/api/widget/${closed.token}/${path}`, body)).body.error.code).toBe("identity_required");
    const signed = await browse(closed, { identity: { identifier: "ana", identifierHash: sign("ana") } });
    expect((await signed.say("Oi")).status).toBe(201);
  });
});

describe("the doors of the chat", () => {
  test.each(["nobody", "' or 1=1", ""])("unknown inbox %j is not found", async (token) => {
    const answered = await apiClient()("POST", `/api/widget/${encodeURIComponent(token) || "%20"}/session`, {});
    expect(answered.status).toBe(404);
  });

  test("a channel that is no website chat has none", async () => {
    const other = await makeInbox(account.accountId, "api");
    expect((await apiClient()("POST", `/api/widget/${other.token}/session`, {})).status).toBe(404);
  });

  test("other sites' pages are refused, visitors without a token too", async () => {
    const visitor = await browse(inbox);
    const foreign = await visitor.call("POST", "messages", { content: "Oi", clientId: randomUUID() }, { origin: "https://mau.example" });
    expect([foreign.status, foreign.body.error.code]).toEqual([403, "wrong_origin"]);
    expect((await apiClient()("GET", `/api/widget/${inbox.token}/messages`)).status).toBe(401);
    expect((await apiClient("short")("GET", `/api/widget/${inbox.token}/messages`)).status).toBe(401);
  });

  test.each([
    [{ content: "  " }, 422], [{}, 422], [{ content: "x".repeat(10_001) }, 422], [{ content: "Oi", clientId: "no-uuid" }, 422], ["{", 400],
  ])("bad message %#", async (body, status) => {
    const visitor = await browse(inbox);
    expect((await visitor.call("POST", "messages", typeof body === "string" ? body : { clientId: randomUUID(), ...body })).status).toBe(status);
  });

  test("another account's token is a stranger here", async () => {
    const elsewhere = await createTestAccount();
    const theirs = await makeInbox(elsewhere.accountId, "widget");
    const visitor = await browse(inbox);
    await visitor.say("Oi");
    const there = await browse(theirs, { token: visitor.token });
    expect((await there.call("GET", "messages")).body.items).toEqual([]);
  });
});
