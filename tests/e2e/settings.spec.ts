import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { administrator } from "../setup/start-instance.ts";

const balcao = process.env.BALCAO_E2E_URL!;
const mark = randomUUID().slice(0, 6);
const password = "uma frase comprida de teste";
let settings = "";

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto(`${balcao}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Senha", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Entrar" }).click();
  await page.waitForURL(/\/a\/\d+\/conversations/);
  settings = `${new URL(page.url()).pathname.match(/^\/a\/\d+/)![0]}/settings`;
}

const open = (page: Page, place = "") => page.goto(`${balcao}${settings}/${place}`);

test.beforeEach(async ({ page }) => signIn(page, administrator.email, administrator.password));

test("a website chat is connected in a minute: its code to paste, and the check that it works", async ({ page }) => {
  await open(page, "inboxes/new");
  await page.getByRole("button", { name: /Chat no site/ }).click();
  await page.getByRole("button", { name: "Conectar" }).click();
  await expect(page.getByText("Preencha este campo.")).toBeVisible();
  await page.getByLabel("Nome da caixa").fill(`Site ${mark}`);
  await page.getByLabel(/Sites permitidos/).fill("isto não é um domínio!");
  await page.getByRole("button", { name: "Conectar" }).click();
  await expect(page.getByLabel(/Sites permitidos/)).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel(/Sites permitidos/).fill("");
  await page.getByRole("button", { name: "Conectar" }).click();
  await expect(page.getByLabel("Código do chat", { exact: true })).toContainText(`<script async src="${balcao}/widget.js" data-token="`);
  await expect(page.getByRole("link", { name: /Abrir a loja de exemplo/ })).toHaveAttribute("href", /^\/demo-site\?token=.{20,}/);
  await page.getByRole("button", { name: "Verificar" }).click();
  await expect(page.getByText("Tudo certo: o chat está pronto")).toBeVisible();
});

test("a WhatsApp inbox shows Meta's two fields, says why it does not work, and keeps its secrets to itself", async ({ page }) => {
  await open(page, "inboxes/new?channel=whatsapp");
  await page.getByLabel("Nome da caixa").fill(`WhatsApp ${mark}`);
  await page.getByLabel("ID do número de telefone").fill("106540352242922");
  await page.getByLabel("Token de acesso").fill("EAAG-secreto");
  await page.getByLabel("Chave secreta do app").fill("segredo-do-app");
  await page.getByText("Avançado").click();
  await page.getByLabel("Endereço da Graph API").fill("http://127.0.0.1:9");
  await page.getByRole("button", { name: "Conectar" }).click();
  await expect(page.getByLabel("Callback URL", { exact: true })).toContainText(`${balcao}/api/channels/whatsapp/`);
  await expect(page.getByLabel("Verify token", { exact: true })).not.toBeEmpty();
  await page.getByRole("button", { name: "Verificar" }).click();
  await expect(page.getByText("O outro lado não respondeu.")).toBeVisible();
  await expect(page.getByText("Nada chegou do provedor ainda.")).toBeVisible();
  await page.getByRole("tab", { name: "Ajustes" }).click();
  await expect(page.getByLabel("Token de acesso")).toHaveValue("");
  expect(await page.content()).not.toContain("EAAG-secreto");
});

test("someone is invited by link, joins, gets another role and is taken out again", async ({ page, browser }) => {
  const person = `Nova ${mark}`;
  const email = `nova-${mark}@journeys.example`;
  await open(page, "agents");
  await page.getByRole("button", { name: "Convidar", exact: true }).click();
  await page.getByLabel("E-mail da pessoa").fill(email);
  await page.getByRole("button", { name: "Criar link", exact: true }).click();
  const link = (await page.getByLabel("Link do convite", { exact: true }).textContent())!;
  await page.getByRole("button", { name: "Pronto" }).click();
  await expect(page.getByText(email)).toBeVisible();

  const theirs = await (await browser.newContext({ locale: "pt-BR" })).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Nome").fill(person);
  await theirs.getByLabel("Crie uma senha").fill(password);
  await theirs.getByRole("button", { name: "Aceitar o convite" }).click();
  await theirs.waitForURL(/\/conversations/);
  // An agent finds no page of the account's settings.
  await theirs.goto(`${balcao}${settings}`);
  await expect(theirs.getByRole("link", { name: /Perfil/ }).first()).toBeVisible();
  await expect(theirs.getByRole("link", { name: /Caixas de entrada/ })).toHaveCount(0);
  expect((await theirs.goto(`${balcao}${settings}/agents`))!.status()).toBe(404);

  // Away from the dashboard, whose open page would answer to what happens next by moving.
  await theirs.goto("about:blank");
  await page.reload();
  await page.getByLabel(`Função de ${person}`).click();
  await page.getByRole("option", { name: "Administrador" }).click();
  await expect(page.getByText(`A função de ${person} mudou`)).toBeVisible();
  await page.getByRole("button", { name: `Remover ${person} da conta` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remover" }).click();
  await expect(page.getByText(`${person} saiu da conta`)).toBeVisible();
  await theirs.goto(`${balcao}/`);
  await expect(theirs.getByText("Nenhuma conta por aqui")).toBeVisible();
});

test("teams and labels are made, and a name that is taken is said beside its field", async ({ page }) => {
  await open(page, "teams");
  await page.getByRole("button", { name: "Novo setor" }).first().click();
  await page.getByLabel("Nome").fill(`Vendas ${mark}`);
  await page.getByRole("dialog").getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Criar setor" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `Vendas ${mark}` })).toContainText("1 pessoa");

  await open(page, "labels");
  for (const expected of ["created", "refused"]) {
    await page.getByRole("button", { name: "Nova etiqueta" }).first().click();
    await page.getByLabel("Nome").fill(`Urgente ${mark}`);
    await page.getByRole("button", { name: "Criar etiqueta" }).click();
    if (expected === "created") await expect(page.getByRole("listitem").filter({ hasText: `urgente ${mark}` })).toBeVisible();
    else await expect(page.getByText("Já está em uso.")).toBeVisible();
  }
});

test("an API token is shown once and works; another browser is signed out from here", async ({ page, browser, request }) => {
  await open(page, "tokens");
  await page.getByRole("button", { name: "Nova chave" }).first().click();
  await page.getByLabel("Nome").fill(`ERP ${mark}`);
  await page.getByRole("button", { name: "Criar chave" }).click();
  const token = (await page.getByLabel("Chave", { exact: true }).textContent())!;
  expect((await request.get(`${balcao}/api/profile`, { headers: { authorization: `Bearer ${token}` } })).status()).toBe(200);
  await page.getByRole("button", { name: "Já guardei" }).click();
  await expect(page.getByText(`ERP ${mark}`)).toBeVisible();
  expect(await page.content()).not.toContain(token);

  const elsewhere = await (await browser.newContext({ locale: "pt-BR", userAgent: "Mozilla/5.0 (iPhone) Safari/605" })).newPage();
  await signIn(elsewhere, administrator.email, administrator.password);
  await open(page, "security");
  await page.getByRole("button", { name: "Desconectar Safari no iPhone" }).first().click();
  await expect(page.getByText("Desconectado").first()).toBeVisible();
  // The other browser is told at once, without touching it; and nothing of the account opens there any more.
  await expect(elsewhere).toHaveURL(/sign-in\?reason=signed-out/);
  await expect(elsewhere.getByRole("textbox", { name: "Senha" })).toBeVisible();
  await elsewhere.goto(`${balcao}${settings}/profile`);
  await expect(elsewhere).toHaveURL(/sign-in/);
});

// Every second page in the dark: what they are made of is the same.
const places = ["", "inboxes", "inboxes/new", "inboxes/new?channel=widget", "inboxes/new?channel=whatsapp", "agents", "teams", "labels", "profile", "security", "tokens"];
test("no page of the settings has a serious accessibility fault", async ({ page }) => {
  test.setTimeout(180_000);
  for (const [index, place] of places.entries()) {
    await page.emulateMedia({ colorScheme: index % 2 ? "dark" : "light" });
    await open(page, place);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect(page.getByRole("status", { name: "Carregando…" })).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical");
    expect(serious.map((violation) => `${place}: ${violation.id} ${violation.nodes.map((node) => node.target).join(" ")}`)).toEqual([]);
  }
});
