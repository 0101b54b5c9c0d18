import { type APIRequestContext, expect, type Page, type PlaywrightWorkerArgs } from "@playwright/test";
import type { Appliance } from "./appliance";
import { ADMIN } from "./people";

/** The first run in the browser, from the setup code to the inbox. `sample`: with sample data, where there is any. */
export async function setUp(page: Page, code: string, start: "空白" | "设备报修", sample = false): Promise<void> {
  const next = page.getByRole("button", { name: "下一步" });
  await page.goto("/");
  await page.getByLabel("初始化码").fill(code);
  await next.click();

  await page.getByLabel("企业名称").fill("华信精密制造");
  await next.click();

  await page.getByLabel("姓名").fill(ADMIN.name);
  await page.getByLabel("账号").fill(ADMIN.login);
  await page.getByLabel("密码").fill(ADMIN.password);
  await next.click();

  await page.getByRole("radio", { name: new RegExp(start) }).check({ force: true });
  const samples = page.getByRole("checkbox", { name: /示例工单/ });
  if (start === "空白") await expect(samples).toHaveCount(0);
  else await samples.setChecked(sample);
  await page.getByRole("button", { name: "创建" }).click();

  const key = (await page.locator("output").textContent())?.trim() ?? "";
  expect(key).toMatch(/^[0-9A-Z]{8}(-[0-9A-Z]{8}){6}$/);
  await page.getByRole("button", { name: "我已保管好" }).click();
  await page.getByRole("textbox").fill(key.toLowerCase());
  await page.getByRole("button", { name: "完成，开始使用" }).click();
  await expect(page.getByRole("heading", { name: "待办", exact: true })).toBeVisible();
}

/** The same over the wire, with equipment repair and sample data, for stories that begin later. */
export async function found(request: APIRequestContext, appliance: Appliance): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  const proved = await request.post("/api/v1/setup/code", { headers, data: { code: appliance.setupCode } });
  const { token } = await proved.json();
  const data = {
    token,
    language: "zh",
    organisation: "华信精密制造",
    zone: "Asia/Shanghai",
    administrator: ADMIN,
    start: "repair",
    sample: true,
  };
  const founded = await request.post("/api/v1/setup", { headers, data });
  expect(founded.ok(), await founded.text()).toBe(true);
}

/** The same before any test, in a session that ends with it. `also`: what the administrator does besides. */
export async function foundApart(
  playwright: PlaywrightWorkerArgs["playwright"],
  appliance: Appliance,
  also?: (request: APIRequestContext) => Promise<void>,
): Promise<void> {
  const request = await playwright.request.newContext({
    baseURL: appliance.url,
    ignoreHTTPSErrors: true,
    timeout: 60_000,
  });
  await found(request, appliance);
  await also?.(request);
  await request.dispose();
}

/** Made by hand, as soon as the appliance comes to it. */
export async function backUp(request: APIRequestContext, appliance: Appliance): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  expect((await request.post("/api/v1/backups", { headers, data: {} })).ok()).toBe(true);
  const made = async () => (await (await request.get("/api/v1/backups")).json()).backups.length;
  await expect.poll(made).toBe(1);
}
