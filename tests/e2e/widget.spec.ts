import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import { projectRoot } from "#lib/operations/project-root.ts";
import { administrator } from "../setup/start-instance.ts";
import { type HostSite, startHostSite } from "./host-page.ts";

const balcao = process.env.BALCAO_E2E_URL!;
const secret = "a-secret-of-the-shop";
let host: HostSite;
let agent: { token: string; accountId: number; socket: Socket };

const operator = (...args: string[]) =>
  execFileSync(path.join(projectRoot, "bin/balcao"), args, { env: { ...process.env, DATABASE_URL: "", REDIS_URL: "", SECRET_KEY: "", BALCAO_DATA: process.env.BALCAO_E2E_DATA }, encoding: "utf8" }).trim();

async function api(method: string, url: string, body?: unknown): Promise<any> {
  const response = await fetch(`${balcao}/api/accounts/${agent.accountId}/${url}`, {
    method,
    headers: { authorization: `Bearer ${agent.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status, `${method} ${url}`).toBeLessThan(300);
  return response.status === 204 ? null : response.json();
}

const createInbox = (config: object = {}) => api("POST", "inboxes", { name: "Casa Ipê", channel: { type: "widget", hmacSecret: secret, ...config } });
const onlyConversation = async (inboxId: string) => (await api("GET", `conversations?tab=all&inboxId=${inboxId}`)).items[0];

/** The chat on a page, by what people see and hear. */
function chatOn(page: Page) {
  const frame = page.frameLocator("balcao-chat iframe");
  return {
    launcher: page.locator("balcao-chat button"),
    frame,
    field: frame.getByRole("textbox", { name: /Sua mensagem|Your message|Tu mensaje/ }),
    history: frame.getByRole("region", { name: /Conversa/ }),
    async open() {
      await this.launcher.click();
      await expect(this.field).toBeVisible();
    },
    async say(text: string) {
      await this.field.fill(text);
      await this.field.press("Control+Enter");
      await expect(this.history.getByText(text)).toBeVisible();
    },
  };
}

test.beforeAll(async () => {
  host = await startHostSite(balcao);
  const token = operator("token", "create", "--email", administrator.email);
  const profile = await (await fetch(`${balcao}/api/profile`, { headers: { authorization: `Bearer ${token}` } })).json();
  const accountId = profile.accounts[0].id;
  const socket = io(balcao, { transports: ["websocket"], auth: { accountId, token } });
  agent = { token, accountId, socket };
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("connect_error", reject));
});
test.afterAll(() => {
  agent.socket.disconnect();
  host.close();
});

test("a visitor of another site, under a strict policy, talks with an agent live", async ({ page }) => {
  const inbox = await createInbox();
  await page.goto(host.page({ token: inbox.token }));
  const chat = chatOn(page);
  await expect(chat.launcher).toHaveAccessibleName("Abrir o chat");
  await expect(page.locator("balcao-chat iframe")).toHaveCount(0);
  await chat.open();
  await expect(chat.frame.getByRole("heading", { name: "Olá! Como podemos ajudar?" })).toBeVisible();
  await expect(chat.frame.getByText("Estamos online")).toBeVisible();
  await chat.say("Oi! O sofá chega antes do Natal?");
  await expect(chat.history.getByText("Enviada")).toBeVisible();

  const conversation = await onlyConversation(inbox.id);
  expect(conversation).toMatchObject({ unreadCount: 1, lastMessage: { preview: "Oi! O sofá chega antes do Natal?" } });

  const typed = new Promise<any>((resolve) => agent.socket.on("typing", (typing) => typing.conversationId === conversation.id && typing.on && resolve(typing)));
  await chat.field.pressSequentially("Me ");
  expect((await typed).by.kind).toBe("contact");

  await expect(async () => {
    agent.socket.emit("typing", { conversationId: conversation.id, on: true });
    await expect(chat.history.getByText(/está digitando/)).toBeAttached({ timeout: 700 });
  }).toPass({ timeout: 10_000 });
  await api("PUT", `conversations/${conversation.id}/read`, { seq: conversation.lastSeq });
  await expect(chat.history.getByText("Lida")).toBeVisible();

  const note = await api("POST", `conversations/${conversation.id}/messages`, { content: "Cliente impaciente", private: true });
  const answer = await api("POST", `conversations/${conversation.id}/messages`, { content: "Chega sim! Veja https://loja.example/frete" });
  await expect(chat.history.getByText("Chega sim!")).toBeVisible();
  await expect(chat.history.getByRole("link", { name: "https://loja.example/frete" })).toHaveAttribute("rel", /noopener/);
  await expect(chat.history.getByText(/está digitando/)).not.toBeAttached();
  await expect(chat.history.getByText("impaciente")).toHaveCount(0);
  expect(note.private).toBe(true);
  await expect.poll(async () => (await api("GET", `conversations/${conversation.id}/messages`)).items.find((item: any) => item.id === answer.id).status).toBe("read");

  // Closed, the launcher counts; after a reload it still knows, and the history is there.
  await chat.frame.getByRole("button", { name: "Fechar o chat" }).click();
  await expect(chat.launcher).toBeFocused();
  await api("POST", `conversations/${conversation.id}/messages`, { content: "Mais alguma coisa?" });
  await expect(chat.launcher).toHaveAccessibleName("Abrir o chat. Mensagens não lidas: 1");
  expect(await page.evaluate(() => (window as any).heard)).toContainEqual(["message", { text: "Mais alguma coisa?", sender: answer.sender.name }]);
  await page.reload();
  await expect(chat.launcher).toHaveAccessibleName("Abrir o chat. Mensagens não lidas: 1");
  await chat.open();
  await expect(chat.history.getByText("Mais alguma coisa?")).toBeVisible();
  await expect(chat.history.getByText("Oi! O sofá chega antes do Natal?")).toBeVisible();

  await api("POST", `conversations/${conversation.id}/resolution`);
  await expect(chat.history.getByText(/Este atendimento foi concluído/)).toBeVisible();
  expect(await page.evaluate(() => (window as any).violations)).toEqual([]);
});

test("files go by button and by paste, and come back with a preview", async ({ page }) => {
  const inbox = await createInbox();
  await page.goto(host.page({ token: inbox.token }));
  const chat = chatOn(page);
  await chat.open();
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 120 } });
  await chat.frame.locator("input[type=file]").setInputFiles([{ name: "sala.png", mimeType: "image/png", buffer: picture }]);
  await chat.field.evaluate((field) => {
    const data = new DataTransfer();
    data.items.add(new File(["2 x 3 m"], "medidas.txt", { type: "text/plain" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(chat.frame.getByRole("list", { name: "Arquivos anexados" }).getByRole("listitem")).toHaveCount(2);
  await expect(chat.frame.getByRole("progressbar")).toHaveCount(0);
  await chat.say("Cabe aqui?");
  await expect(chat.history.getByText("Enviada")).toBeVisible();
  await chat.history.getByRole("button", { name: "Ampliar a imagem sala.png" }).click();
  await expect(chat.frame.getByRole("dialog").getByRole("img", { name: "sala.png" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chat.history.getByRole("link", { name: "Baixar medidas.txt" })).toBeVisible();
  const conversation = await onlyConversation(inbox.id);
  const [message] = (await api("GET", `conversations/${conversation.id}/messages`)).items;
  expect(message.attachments.map((file: any) => [file.kind, file.filename])).toEqual([["image", "sala.png"], ["document", "medidas.txt"]]);

  await chat.frame.locator("input[type=file]").setInputFiles([{ name: "pagina.html", mimeType: "text/html", buffer: Buffer.from("<!doctype html><script>1</script>") }]);
  await expect(chat.frame.getByText("Este tipo de arquivo não é aceito: “pagina.html”.").first()).toBeVisible();
  await chat.frame.getByRole("button", { name: "Remover pagina.html" }).click();
  await chat.frame.locator("input[type=file]").setInputFiles([{ name: "enorme.zip", mimeType: "application/zip", buffer: Buffer.alloc(10_000_001) }]);
  await expect(chat.frame.getByText(/“enorme.zip” é grande demais/)).toBeVisible();
});

test("what is written without a connection waits and arrives once; answers come without a socket too", async ({ page, context }) => {
  const inbox = await createInbox();
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.goto(host.page({ token: inbox.token }));
  const chat = chatOn(page);
  await chat.open();
  await chat.say("Primeira");
  await expect(chat.history.getByText("Enviada")).toBeVisible();
  const conversation = await onlyConversation(inbox.id);
  await api("POST", `conversations/${conversation.id}/messages`, { content: "Sem soquete" });
  await expect(chat.history.getByText("Sem soquete")).toBeVisible({ timeout: 15_000 });

  await context.setOffline(true);
  await chat.say("Segunda");
  await expect(chat.history.getByText("Você está sem internet.", { exact: false })).toBeVisible();
  await expect(chat.history.getByRole("button", { name: "Tentar de novo" })).toBeVisible();
  await context.setOffline(false);
  await expect(chat.history.getByText("Enviada")).toBeVisible({ timeout: 15_000 });
  const { items } = await api("GET", `conversations/${conversation.id}/messages`);
  expect(items.map((item: any) => item.content)).toEqual(["Primeira", "Sem soquete", "Segunda"]);
});

test("two tabs show the same conversation", async ({ page, context }) => {
  const inbox = await createInbox();
  const address = host.page({ token: inbox.token });
  await page.goto(address);
  const first = chatOn(page);
  await first.open();
  await first.say("Da primeira aba");
  const second = await context.newPage();
  await second.goto(address);
  const other = chatOn(second);
  await other.open();
  await expect(other.history.getByText("Da primeira aba")).toBeVisible();
  await other.say("Da segunda aba");
  await expect(first.history.getByText("Da segunda aba")).toBeVisible();
});

test("a signed identity brings the conversation to another browser, and reset forgets it", async ({ browser }) => {
  const inbox = await createInbox({ identityRequired: true });
  const user = { identifier: "cliente-7", identifierHash: createHmac("sha256", secret).update("cliente-7").digest("hex"), name: "Beatriz Lima" };
  const laptop = await browser.newPage();
  await laptop.goto(host.page({ token: inbox.token, calls: [["setUser", user]] }));
  await chatOn(laptop).open();
  await chatOn(laptop).say("Escrevo do computador");
  await expect(chatOn(laptop).history.getByText("Enviada")).toBeVisible();
  expect((await onlyConversation(inbox.id)).contact.name).toBe("Beatriz Lima");

  const phone = await browser.newPage();
  await phone.goto(host.page({ token: inbox.token, calls: [["setUser", user]] }));
  await chatOn(phone).open();
  await expect(chatOn(phone).history.getByText("Escrevo do computador")).toBeVisible();
  await phone.evaluate(() => (window as any).Balcao.reset());
  await chatOn(phone).launcher.click();
  await expect(chatOn(phone).frame.getByText("Entre na sua conta neste site")).toBeVisible();

  const forger = await browser.newPage();
  await forger.goto(host.page({ token: inbox.token, calls: [["setUser", { ...user, identifierHash: "0".repeat(64) }], ["open"]] }));
  await expect(chatOn(forger).frame.getByText("Não foi possível confirmar quem você é")).toBeVisible();
  for (const page of [laptop, phone, forger]) await page.close();
});

test("only allowed sites show the chat", async ({ page, request }) => {
  const inbox = await createInbox({ allowedDomains: ["loja.example", "*.loja.example"] });
  const warned = page.waitForEvent("console", (message) => message.text().includes("not among the allowed domains"));
  await page.goto(host.page({ token: inbox.token }));
  await warned;
  await expect(page.locator("balcao-chat")).toHaveCount(0);
  const document = await request.get(`${balcao}/widget/${inbox.token}`);
  expect(document.headers()["content-security-policy"]).toContain("frame-ancestors 'self' loja.example *.loja.example");
  expect((await request.get(`${balcao}/widget/nobody`)).status()).toBe(404);
});

test("a phone gets the whole screen, in its language, with the focus kept inside", async ({ browser }) => {
  const inbox = await createInbox();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: "dark", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(host.page({ token: inbox.token, attributes: 'data-locale="es"' }));
  const chat = chatOn(page);
  await chat.open();
  expect(await page.locator("balcao-chat iframe").boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await expect(chat.frame.getByRole("heading", { name: "¡Hola! ¿En qué podemos ayudarte?" })).toBeVisible();
  await chat.say("Hola");
  await expect(chat.history.getByText("Enviado")).toBeVisible();
  await chat.field.focus();
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("balcao-chat");
  }
  await page.evaluate(() => (window as any).Balcao.setLocale("en"));
  await expect(chat.frame.getByRole("textbox", { name: "Your message" })).toBeVisible();
  await expect(chat.history.getByText("Hola")).toBeVisible();
  await page.keyboard.press("Escape");
  await context.close();
});

test("nothing serious stands in the way of assistive technology", async ({ page }) => {
  const inbox = await createInbox();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(`${balcao}/widget/${inbox.token}?locale=pt-BR`);
    const field = page.getByRole("textbox", { name: "Sua mensagem" });
    await expect(field).toBeVisible();
    const check = async () => (await new AxeBuilder({ page }).analyze()).violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
    expect(await check()).toEqual([]);
    await field.fill("Oi");
    await field.press("Enter");
    await expect(page.getByText("Enviada")).toBeVisible();
    const conversation = await onlyConversation(inbox.id);
    await api("POST", `conversations/${conversation.id}/messages`, { content: "Olá, veja https://loja.example" });
    await expect(page.getByText("Olá, veja").first()).toBeVisible();
    expect(await check()).toEqual([]);
  }
});
