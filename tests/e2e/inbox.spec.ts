import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect as eventually, type Page, test } from "@playwright/test";
import { administrator } from "../setup/start-instance.ts";

/** The agent's day at the inbox, over an API inbox that stands for the customers' channel. */
// A page on a busy machine may take its time to appear; nothing here measures speed.
const expect = eventually.configure({ timeout: 30_000 });
test.setTimeout(120_000);

const balcao = process.env.BALCAO_E2E_URL!;
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

test("a reply that cannot leave stays with its reason, and trying again sends it once", async ({ page }) => {
  const { path } = await customer(page, "Linha Ruim", ["Alô?"]);
  await page.goto(balcao + path);
  await expect(thread(page).getByText("Alô?")).toBeVisible();
  await page.route("**/messages", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await field(page).fill("Estou aqui");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Não foi enviada/)).toBeVisible();
  await page.unroute("**/messages");
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await expect(thread(page).getByRole("article", { name: /^Resposta/ })).toHaveCount(1);
  await expect(page.getByText(/Não foi enviada/)).toHaveCount(0);
});

test("a long thread opens at the first unread message, and older ones come in without moving what is read", async ({ page }) => {
  const { path, id } = await customer(page, "Falante", Array.from({ length: 45 }, (_, index) => `linha ${index + 1}`));
  await page.goto(balcao + path);
  await expect(page.getByText("Não lidas", { exact: true }).last()).toBeVisible();
  await expect(thread(page).getByText("linha 1", { exact: true })).toBeVisible();
  await expect.poll(async () => (await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}`)).json()).unreadCount).toBe(45);
  await page.getByRole("button", { name: /Ir para o fim|novas? mensage/ }).click();
  await expect(thread(page).getByText("linha 45", { exact: true })).toBeVisible();
  await expect.poll(() => fromEnd(page)).toBeLessThan(80);
  await expect.poll(async () => (await (await page.request.get(`${balcao}/api/accounts/${account}/conversations/${id}`)).json()).unreadCount).toBe(0);

  await page.reload();
  await expect(thread(page).getByText("linha 45", { exact: true })).toBeVisible();
  const moved = await thread(page).evaluate(async (box) => {
    const before = box.querySelectorAll("[data-message]").length;
    box.scrollTop = 200;
    await new Promise(requestAnimationFrame);
    const read = [...box.querySelectorAll("[data-message]")].find((each) => each.getBoundingClientRect().top > box.getBoundingClientRect().top)!;
    const top = read.getBoundingClientRect().top;
    while (box.querySelectorAll("[data-message]").length === before) await new Promise(requestAnimationFrame);
    return Math.abs(read.getBoundingClientRect().top - top);
  });
  expect(moved).toBeLessThan(3);
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
