import { expect, type Page } from "@playwright/test";

/** What an administrator sets up once for everybody. */

/** A working calendar: Monday to Friday, in these times. */
export async function addCalendar(page: Page, name: string, from: string, to: string): Promise<void> {
  await page.goto("/admin/calendars");
  await page.getByRole("button", { name: "新建日历" }).first().click();
  await page.getByLabel("日历名称").fill(name);
  const monday = page.getByRole("group", { name: "周一" });
  await monday.getByLabel("从", { exact: true }).fill(from);
  await monday.getByLabel("到", { exact: true }).fill(to);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "周一套用到周五" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("工作日历已保存")).toBeVisible();
}

/** A group robot, tried before anybody relies on it. */
export async function addRobot(page: Page, name: string, address: string): Promise<void> {
  await page.goto("/admin/channels");
  await page.getByRole("button", { name: "添加渠道" }).first().click();
  const sheet = page.getByRole("dialog", { name: "添加渠道" });
  await sheet.getByLabel("名称").fill(name);
  await sheet.getByLabel("机器人地址").fill(address);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toBeHidden();
}

export async function tryRobot(page: Page, name: string): Promise<string> {
  await page.goto("/admin/channels");
  const row = page.getByRole("listitem").filter({ hasText: name });
  await row.getByRole("button", { name: "发送测试消息" }).click();
  const said = row.getByRole("status");
  await expect(said).not.toBeEmpty();
  return (await said.textContent()) ?? "";
}
