import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect as eventually, type Page, test } from "@playwright/test";
import { administrator } from "../setup/start-instance.ts";

/** The agent's day at the inbox, over an API inbox that stands for the customers' channel. */
// A page on a busy machine may take its time to appear; nothing here measures speed.
const expect = eventually.configure({ timeout: 30_000 });
test.setTimeout(120_000);

const balcao = process.env.BALCAO_E2E_URL!;
const providers = process.env.BALCAO_E2E_PROVIDERS!;
let account = "";
let inboxId = "";

async function send(request: APIRequestContext, path: string, data: object): Promise<any> {
  const response = await request.post(`${balcao}/api/accounts/${account}/${path}`, { data, headers: { origin: balcao } });
  expect(response.status(), `${path} ${await response.text()}`).toBeLessThan(300);
  return response.json();
}

/** A customer who writes these lines. */
async function customer(page: Page, name: string, lines: string[]): Promise<{ id: string; path: string }> {
  const contact = await send(page.request, "contacts", { name, inboxId, sourceId: randomUUID() });
  const conversation = await send(page.request, "conversations", { inboxId, contactId: contact.id });
  for (const content of lines) await send(page.request, `conversations/${conversation.id}/messages`, { content, type: "incoming" });
  return { id: conversation.id, path: `/a/${account}/conversations/${conversation.id}?tab=pending` };
}

const thread = (page: Page) => page.getByTestId("thread");
const field = (page: Page) => page.getByRole("textbox", { name: /^Resposta/ });
const fromEnd = (page: Page) => thread(page).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);

test.beforeEach(async ({ page }) => {
  await page.goto(`${balcao}/sign-in`);
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Senha", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.waitForURL(/\/a\/\d+\/conversations/);
  account = /\/a\/(\d+)\//.exec(page.url())![1]!;
  inboxId = (await send(page.request, "inboxes", { name: `Canal ${randomUUID().slice(0, 6)}`, channel: { type: "api" } })).id;
});

test("conversations are found, taken, answered and resolved without a mouse", async ({ page }) => {
  const mark = randomUUID().slice(0, 6);
  for (const name of ["Primeira", "Segunda"]) await customer(page, `${name} ${mark}`, [`Sou a ${name}`]);
  await page.goto(`${balcao}/a/${account}/conversations?tab=pending`);
  await page.keyboard.press("/");
  await page.keyboard.type(mark);
  await expect(page.locator("[data-conversation]")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.goto(`${balcao}/a/${account}/conversations?tab=pending&q=${mark}`);
  await expect(page.locator("[data-conversation]")).toHaveCount(2);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByText("Sou a Segunda")).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("Olá! Já vejo. A letra e não resolve nada aqui.");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("article", { name: /^Resposta/ })).toContainText("Olá!");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.type("Só para nós");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("article", { name: /^Nota interna/ })).toContainText("Só para nós");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(thread(page).getByText(/resolveu a conversa/)).toBeVisible();
  await page.getByRole("button", { name: "Desfazer" }).click();
  await expect(thread(page).getByText(/reabriu a conversa/)).toBeVisible();
});

test("a reply that cannot leave stays with its reason, can be written anew, and trying again sends it once", async ({ page }) => {
  const { path } = await customer(page, "Linha Ruim", ["Alô?"]);
  await page.goto(balcao + path);
  await expect(thread(page).getByText("Alô?")).toBeVisible();
  await page.route("**/messages", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await field(page).fill("Estou aqui");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Editar", exact: true }).click();
  await expect(field(page)).toHaveValue("Estou aqui");
  await expect(page.getByText(/Não foi enviada/)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Não foi enviada/)).toBeVisible();
  await page.unroute("**/messages");
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await expect(thread(page).getByRole("article", { name: /^Resposta/ })).toHaveCount(1);
  await expect(page.getByText(/Não foi enviada/)).toHaveCount(0);
});

test("a long thread opens at the first unread message, and is read when one has come to its end", async ({ page }) => {
  const { path, id } = await customer(page, "Falante", Array.from({ length: 45 }, (_, index) => `linha ${index + 1}`));
  await page.goto(balcao + path);
  await expect(page.getByText("Não lidas", { exact: true }).last()).toBeVisible();
  await expect(thread(page).getByText("linha 1", { exact: true })).toBeVisible();
  await expect.poll(async () => (await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}`)).json()).unreadCount).toBe(45);
  await page.getByRole("button", { name: /Ir para o fim|novas? mensage/ }).click();
  await expect(thread(page).getByText("linha 45", { exact: true })).toBeVisible();
  await expect.poll(() => fromEnd(page)).toBeLessThan(80);
  await expect.poll(async () => (await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}`)).json()).unreadCount).toBe(0);
});

test("a message that comes while the thread is still being read is not lost from the screen", async ({ page }) => {
  const { path, id } = await customer(page, "Apressada", ["primeira"]);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => { letThrough = resolve; });
  await page.route("**/messages?limit=30", async (route) => {
    const answer = await route.fetch();
    await held;
    await route.fulfill({ response: answer }).catch(() => undefined);
  });
  await page.goto(balcao + path);
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await send(page.request, `conversations/${id}/messages`, { content: "segunda", type: "incoming" });
  await expect(page.locator("[data-conversation]").first()).toContainText("segunda");
  letThrough();
  await expect(thread(page).getByText("primeira")).toBeVisible();
  await expect(thread(page).getByText("segunda")).toBeVisible();
});

test("a very long thread keeps a bounded page, read upwards and down again without a jump", async ({ page }) => {
  const { id, path } = await customer(page, "Novela", []);
  for (let from = 0; from < 360; from += 20) await Promise.all(Array.from({ length: 20 }, (_, n) => send(page.request, `conversations/${id}/messages`, { content: `capítulo ${from + n}`, type: "incoming" })));
  await page.goto(balcao + path);
  await expect(thread(page).getByText("capítulo 0", { exact: true })).toBeVisible();
  /** Scrolls to an edge until the words at it are there. Returns the furthest that something read ever moved by itself, in pixels. */
  const readTo = (edge: "start" | "end", farthest: string) => thread(page).evaluate(async (box, [edge, farthest]) => {
    const frame = () => new Promise(requestAnimationFrame);
    let worst = 0;
    for (let step = 0; step < 400 && !box.textContent!.includes(farthest!); step++) {
      box.scrollTop = edge === "start" ? 300 : box.scrollHeight - box.clientHeight - 300;
      await frame();
      const edges = () => [...box.querySelectorAll("article")];
      const seen = edges().find((each) => each.getBoundingClientRect().top > box.getBoundingClientRect().top)!;
      const top = seen.getBoundingClientRect().top;
      const [first, last] = [edges()[0], edges().at(-1)];
      for (let wait = 0; wait < 600 && first === edges()[0] && last === edges().at(-1); wait++) await frame();
      worst = Math.max(worst, Math.abs(seen.getBoundingClientRect().top - top));
    }
    return worst;
  }, [edge, farthest]);
  const shown = thread(page).locator("article");
  expect(await readTo("end", "capítulo 359")).toBeLessThan(3);
  expect(await shown.count()).toBeLessThanOrEqual(300);
  expect(await readTo("start", "Início do protocolo")).toBeLessThan(3);
  expect(await shown.count()).toBeLessThanOrEqual(300);
  await expect(thread(page).getByText("capítulo 359")).toHaveCount(0);

  // Written far from the end, a reply is shown at the end.
  await field(page).fill("Li tudo!");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByText("Li tudo!")).toBeInViewport();
  const { items } = await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}/messages?limit=100`)).json();
  const inOrder = items.map((message: { id: string }) => message.id);
  const onPage = await shown.evaluateAll((articles) => articles.map((each) => each.getAttribute("data-message")));
  expect(onPage.length).toBeGreaterThanOrEqual(30);
  expect(onPage).toEqual(inOrder.slice(-onPage.length));
});

test("files are checked before they leave, each refusal in a sentence, and the others go along", async ({ page }) => {
  const { path } = await customer(page, "Com Anexos", ["Mande o orçamento"]);
  await page.goto(balcao + path);
  await expect(field(page)).toBeVisible();
  await page.locator("input[type=file]").setInputFiles([
    { name: "orcamento.txt", mimeType: "text/plain", buffer: Buffer.from("R$ 10") },
    { name: "filme.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(10_000_001) },
    { name: "virus.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") },
  ]);
  await expect(page.getByText(/“filme.mp4” é grande demais/)).toBeVisible();
  await expect(page.getByText(/“virus.exe” é de um tipo que não enviamos/)).toBeVisible();
  await field(page).fill("Segue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Baixar orcamento.txt" })).toBeVisible();
});

test("a message whose file is still on its way tells how far it is and can be taken back", async ({ page }) => {
  const { path, id } = await customer(page, "Sem Pressa", ["Mande a planta"]);
  await page.goto(balcao + path);
  await expect(field(page)).toBeVisible();
  await page.route("**/uploads", () => undefined);
  await page.locator("input[type=file]").setInputFiles([{ name: "planta.txt", mimeType: "text/plain", buffer: Buffer.from("2 x 3 m") }]);
  await field(page).fill("Segue a planta");
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("progressbar", { name: "Enviando planta.txt" })).toBeVisible();
  await page.getByRole("button", { name: "Cancelar o envio" }).click();
  await expect(field(page)).toHaveValue("Segue a planta");
  await expect(thread(page).getByText("planta.txt")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(thread(page).getByRole("article", { name: /^Resposta/ })).toHaveCount(1);
  const { items } = await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}/messages`)).json();
  expect(items.filter((message: any) => message.type === "outgoing").map((message: any) => [message.content, message.attachments.length])).toEqual([["Segue a planta", 0]]);
});

test("files dropped on the thread go along, and one that may not is refused in a sentence", async ({ page }) => {
  const { path } = await customer(page, "Arrasta", ["Mande a foto"]);
  await page.goto(balcao + path);
  await expect(field(page)).toBeVisible();
  const drag = (...types: string[]) =>
    thread(page).evaluate((target, names) => {
      const carried = new DataTransfer();
      carried.items.add(new File(["R$ 10"], "tabela.csv", { type: "text/csv" }));
      carried.items.add(new File(["MZ"], "virus.exe", { type: "application/x-msdownload" }));
      for (const name of names) target.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }, types);
  await drag("dragenter", "dragover");
  await expect(page.getByText("Solte para anexar")).toBeVisible();
  await drag("drop");
  await expect(page.getByText("Solte para anexar")).toHaveCount(0);
  await expect(page.getByText(/“virus.exe” é de um tipo que não enviamos/)).toBeVisible();
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  await expect(page.getByRole("link", { name: "Baixar tabela.csv" })).toBeVisible();
});

test("an upload under way is cancelled, and the message leaves without that file", async ({ page }) => {
  const { path } = await customer(page, "Desiste", ["Manda?"]);
  await page.goto(balcao + path);
  await expect(field(page)).toBeVisible();
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  // A cancelled request cannot be continued.
  await page.route("**/uploads", (route) => held.then(() => route.continue()).catch(() => undefined));
  const files = ["fica.txt", "sai.txt"].map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) }));
  await page.locator("input[type=file]").setInputFiles(files);
  await expect(page.getByRole("progressbar")).toHaveCount(2);
  await page.getByRole("button", { name: "Cancelar o envio de sai.txt" }).click();
  await expect(page.getByText("sai.txt")).toHaveCount(0);
  letThrough();
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  await expect(page.getByRole("link", { name: "Baixar fica.txt" })).toBeVisible();
  await expect(page.getByText("sai.txt")).toHaveCount(0);
});

test("pictures open in full, are leafed through by the keyboard, and give the focus back", async ({ page }) => {
  const { path, id } = await customer(page, "Fotógrafa", ["Veja"]);
  await page.goto(balcao + path);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
  const attachmentIds = [];
  for (const name of ["frente.png", "fundos.png"]) {
    const upload = await page.request.post(`${balcao}/api/accounts/${account}/uploads`, { multipart: { file: { name, mimeType: "image/png", buffer: picture } }, headers: { origin: balcao } });
    attachmentIds.push((await upload.json()).id);
  }
  await send(page.request, `conversations/${id}/messages`, { type: "incoming", attachmentIds });
  const opener = page.getByRole("button", { name: "Abrir a imagem frente.png" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("img", { name: "frente.png" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByRole("img", { name: "fundos.png" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Baixar fundos.png" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(viewer).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a message that WhatsApp refuses says why, and is sent again by the keyboard", async ({ page }) => {
  const phoneNumberId = String(Date.now());
  const phone = `55119${String(Date.now()).slice(-8)}`;
  const provider = async (what: string, data: object) => (await page.request.post(`${providers}/fake/${what}`, { data })).json();
  const channel = { type: "whatsapp", phoneNumberId, accessToken: "token", appSecret: "segredo", verifyToken: "verificar", graphUrl: providers };
  const inbox = await send(page.request, "inboxes", { name: `Zap ${phoneNumberId}`, channel });
  await provider("numbers", { ...channel, webhookUrl: inbox.webhookUrl });
  const person = await provider("people", { name: `Recusa ${phone}`, phone });
  await provider(`people/${person.id}/messages?phoneNumberId=${phoneNumberId}`, { type: "text", text: "Alguém aí?" });
  await page.goto(`${balcao}/a/${account}/conversations?tab=pending`);
  await page.getByRole("link", { name: new RegExp(`Recusa ${phone}`) }).click();
  await expect(thread(page).getByText("Alguém aí?")).toBeVisible();
  // Of this number alone, so that a read receipt does not take the refusal upon itself.
  await provider("failures", { on: "messages", to: phone, code: 131026 });
  await field(page).fill("Estamos, sim");
  await page.keyboard.press("Enter");
  const reply = thread(page).getByRole("article", { name: /^Resposta/ });
  await expect(reply).toContainText("O WhatsApp não conseguiu entregar");
  await reply.getByRole("button", { name: "Tentar de novo" }).focus();
  await page.keyboard.press("Enter");
  await expect(reply.getByText("Lida")).toBeAttached();
  await expect(reply).not.toContainText("O WhatsApp não conseguiu entregar");
  await expect(reply).toHaveCount(1);
});

test("the page's title counts one's own unread conversations until they are read", async ({ page }) => {
  const { path, id } = await customer(page, "Ansiosa", ["Alguém?"]);
  const { id: me } = await (await page.request.get(`${balcao}/api/profile`)).json();
  await page.request.put(`${balcao}/api/accounts/${account}/conversations/${id}/assignee`, { data: { assigneeId: me }, headers: { origin: balcao } });
  await page.goto(`${balcao}/a/${account}/conversations`);
  const unread = async () => Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
  await expect(page).toHaveTitle(/^\(\d+\) /);
  const before = await unread();
  await page.goto(balcao + path);
  await expect(thread(page).getByText("Alguém?")).toBeVisible();
  await expect.poll(unread).toBe(before - 1);
});

test("what was begun in one conversation waits there, and only there", async ({ page }) => {
  const first = await customer(page, "Rascunho", ["Oi"]);
  const second = await customer(page, "Outra", ["Olá"]);
  await page.goto(balcao + first.path);
  await field(page).fill("ainda não terminei");
  await page.goto(balcao + second.path);
  await expect(field(page)).toHaveValue("");
  await page.goto(balcao + first.path);
  await expect(field(page)).toHaveValue("ainda não terminei");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`list and thread pass the accessibility rules (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { path } = await customer(page, "Acessível", ["Bom dia"]);
    await page.goto(balcao + path);
    await expect(thread(page).getByText("Bom dia")).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Contato" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
}

test("on a phone one goes from list to thread to contact and back, and nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const mark = randomUUID().slice(0, 6);
  await customer(page, `Celular ${mark}`, ["Escrevo do ônibus ".repeat(20)]);
  await page.goto(`${balcao}/a/${account}/conversations?tab=pending`);
  await page.getByRole("link", { name: new RegExp(`Celular ${mark}`) }).click();
  await expect(thread(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: /ver os dados do contato/ }).click();
  await expect(page.getByRole("complementary", { name: "Contato" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("complementary", { name: "Contato" })).toHaveCount(0);
  await page.getByRole("button", { name: "Voltar à lista" }).click();
  await expect(page.getByRole("tab", { name: /Pendentes/ })).toBeVisible();
});
