import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { projectRoot } from "#lib/operations/project-root.ts";

/** The whole road: customers write on two channels, an agent sees both live, answers, and the ticks come back. */
const balcao = process.env.BALCAO_E2E_URL!;
const providers = process.env.BALCAO_E2E_PROVIDERS!;
const mark = randomUUID().slice(0, 6);
const administrator = { email: `rui-${mark}@road.example`, password: "uma frase comprida de teste" };
const phoneNumberId = String(Date.now());

const operator = (...args: string[]) =>
  execFileSync(path.join(projectRoot, "bin/balcao"), args, { env: { ...process.env, DATABASE_URL: "", REDIS_URL: "", SECRET_KEY: "", BALCAO_DATA: process.env.BALCAO_E2E_DATA }, encoding: "utf8" }).trim();

async function post(url: string, body: unknown, token = ""): Promise<any> {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
  expect(response.status, url).toBeLessThan(300);
  return response.json();
}

async function connectChannels(): Promise<{ widgetToken: string }> {
  operator("account", "create", "--name", `Estrada ${mark}`, "--email", administrator.email, "--password", administrator.password, "--user-name", "Rui");
  const token = operator("token", "create", "--email", administrator.email);
  const profile = await (await fetch(`${balcao}/api/profile`, { headers: { authorization: `Bearer ${token}` } })).json();
  const inboxes = `${balcao}/api/accounts/${profile.accounts[0].id}/inboxes`;
  const widget = await post(inboxes, { name: `Loja ${mark}`, channel: { type: "widget" } }, token);
  const whatsapp = await post(inboxes, { name: `Zap ${mark}`, channel: { type: "whatsapp", phoneNumberId, accessToken: "token", appSecret: "segredo", verifyToken: "verificar", graphUrl: providers } }, token);
  await post(`${providers}/fake/numbers`, { phoneNumberId, accessToken: "token", appSecret: "segredo", verifyToken: "verificar", webhookUrl: whatsapp.webhookUrl });
  return { widgetToken: widget.token };
}

async function agentIn(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${balcao}/sign-in`);
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Senha", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.waitForURL(/\/a\/\d+\/conversations/);
  await page.getByRole("tab", { name: /Pendentes/ }).click();
  return page;
}

test.setTimeout(120_000);

test("a visitor and a WhatsApp customer write, an agent answers both, and the ticks come back", async ({ browser }) => {
  const { widgetToken } = await connectChannels();
  const agent = await agentIn(browser);

  const shop = await (await browser.newContext()).newPage();
  await shop.goto(`${balcao}/demo-site?token=${widgetToken}`);
  await shop.locator("balcao-chat button").click();
  const chat = shop.frameLocator("balcao-chat iframe");
  await chat.getByRole("textbox").fill(`Tem sofá azul? ${mark}`);
  await chat.getByRole("textbox").press("Control+Enter");

  const bia = await post(`${providers}/fake/people`, { name: `Bia ${mark}`, phone: `55119${String(Date.now()).slice(-8)}` });
  await post(`${providers}/fake/people/${bia.id}/messages?phoneNumberId=${phoneNumberId}`, { type: "text", text: `Meu pedido ${mark} chegou?` });

  // Both arrive without a reload.
  const card = (text: string) => agent.locator("[data-conversation]").filter({ hasText: text });
  await expect(card(`Tem sofá azul? ${mark}`)).toBeVisible();
  await expect(card(`Bia ${mark}`)).toBeVisible();

  await card(`Tem sofá azul? ${mark}`).click();
  await agent.getByRole("button", { name: "Iniciar atendimento" }).click();
  await agent.getByRole("textbox", { name: /^Resposta/ }).fill("Temos, e entregamos esta semana.");
  await agent.keyboard.press("Enter");
  await expect(chat.getByText("Temos, e entregamos esta semana.", { exact: true })).toBeVisible();
  await expect(agent.getByRole("tab", { name: /Meus/ })).toContainText(/[1-9]/);

  await agent.getByRole("tab", { name: /Pendentes/ }).click();
  await card(`Bia ${mark}`).click();
  await agent.getByRole("button", { name: "Iniciar atendimento" }).click();
  await agent.getByRole("textbox", { name: /^Resposta/ }).fill(`Chega hoje, Bia! ${mark}`);
  await agent.keyboard.press("Enter");
  await expect.poll(async () => JSON.stringify(await (await fetch(`${providers}/fake/chats/${phoneNumberId}`)).json())).toContain(`Chega hoje, Bia! ${mark}`);
  await expect(agent.getByLabel("Lida").or(agent.getByTitle("Lida")).first()).toBeVisible();

  const { violations } = await new AxeBuilder({ page: agent }).analyze();
  expect(violations.filter((one) => one.impact === "serious" || one.impact === "critical").map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);

  await agent.getByRole("button", { name: "Resolver a conversa" }).or(agent.getByRole("button", { name: "Resolver" })).first().click();
  await expect(agent.getByText(/resolvida/).first()).toBeVisible();
});
