import { expect, test } from "./support/house";

/** The first work order, from an empty machine to a live board. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

const ADMIN = { login: "admin", name: "林管理", password: "correct horse battery" };

test("the house is set up in the browser, and the recovery key is typed back", async ({ page, appliance }) => {
  await page.goto("/");
  await page.getByLabel("初始化码").fill("wrong-code");
  await page.getByRole("button", { name: "下一步" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("初始化码").fill(appliance.setupCode);
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByLabel("企业名称").fill("华信精密制造");
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByLabel("姓名").fill(ADMIN.name);
  await page.getByLabel("账号").fill(ADMIN.login);
  await page.getByLabel("密码").fill(ADMIN.password);
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByRole("radio", { name: /设备报修/ }).check({ force: true });
  await page.getByRole("button", { name: "创建" }).click();

  const key = (await page.locator("output").textContent())?.trim() ?? "";
  expect(key).toMatch(/^[0-9A-Z]{8}(-[0-9A-Z]{8}){6}$/);
  await page.getByRole("button", { name: "我已保管好" }).click();
  await page.getByRole("textbox").fill(key.toLowerCase());
  await page.getByRole("button", { name: "完成，开始使用" }).click();
  await page.getByRole("link", { name: "应用", exact: true }).first().click();
  await expect(page.getByRole("link", { name: /设备报修/ }).first()).toBeVisible();
});
