import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { startTestInstance, type TestInstance } from "../setup/start-instance.ts";

// The first run, on an instance that nobody has set up.
test.describe.configure({ timeout: 120_000 });

let instance: TestInstance;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  instance = await startTestInstance({ BALCAO_ADMIN_EMAIL: "", BALCAO_ADMIN_PASSWORD: "", BALCAO_ACCOUNT_NAME: "" });
});
test.afterAll(async () => instance?.stop());

test("account, administrator and first inbox, one question per screen, and one is inside", async ({ page, browser }) => {
  await page.goto(instance.url);
  await expect(page).toHaveURL(/\/onboarding$/);
  const next = page.getByRole("button", { name: "Continuar" });
  await next.click();
  await expect(page.getByText("Preencha este campo.")).toBeVisible();
  await page.getByLabel("Nome da empresa").fill("Casa Alegria");
  expect((await new AxeBuilder({ page }).analyze()).violations.filter((each) => each.impact === "serious" || each.impact === "critical")).toEqual([]);
  await next.click();

  await page.getByLabel("Seu nome").fill("Marina Prado");
  await page.getByLabel("E-mail").fill("marina@casaalegria.example");
  await page.getByLabel("Crie uma senha").fill("curta");
  await next.click();
  await expect(page.getByText("A senha tem de 12 a 128 caracteres.")).toBeVisible();
  // On a list of known passwords: only the server knows, and the way back leads to this field.
  await page.getByLabel("Crie uma senha").fill("administrador");
  await next.click();
  await page.getByRole("button", { name: "Criar meu Balcão" }).click();
  await expect(page.getByText("Esta senha está nas listas")).toBeVisible();
  await page.getByLabel("Crie uma senha").fill("uma frase comprida");
  await next.click();
  await page.getByRole("button", { name: "Criar meu Balcão" }).click();

  await expect(page.getByRole("heading", { name: "Tudo pronto" })).toBeVisible();
  await expect(page.getByLabel("Código do chat", { exact: true })).toContainText(`${instance.url}/widget.js`);
  await page.getByRole("link", { name: "Abrir o Balcão" }).click();
  await expect(page).toHaveURL(/\/a\/\d+\/conversations/);

  // For everyone else the first run is over.
  const later = await (await browser.newContext({ locale: "pt-BR" })).newPage();
  await later.goto(`${instance.url}/onboarding`);
  await expect(later).toHaveURL(/\/sign-in/);
});
