import { expect, type Locator, type Page } from "@playwright/test";
import { chooseFromMenu } from "./menu";

/** What people do with one order that is open in front of them. */

/** A verb of the action bar, or behind "more", with what it asks. */
export async function act(page: Page, verb: string, ask?: { reason?: string; way?: string }): Promise<void> {
  const bar = page.getByRole("toolbar", { name: "操作" });
  const button = bar.getByRole("button", { name: verb, exact: true });
  await expect(bar.getByRole("button").first()).toBeVisible();
  if (await button.isVisible()) await button.click();
  else {
    await bar.getByRole("button", { name: "更多" }).click();
    await chooseFromMenu(page, verb, true);
  }
  if (ask) {
    const sheet = page.getByRole("dialog", { name: verb });
    if (ask.way) await sheet.getByRole("radio", { name: ask.way }).check({ force: true });
    if (ask.reason) await sheet.getByLabel("意见").fill(ask.reason);
    await sheet.getByRole("button", { name: verb, exact: true }).click();
  }
  await settled(page, verb);
}

/** The order has moved. A decision can be taken back for a moment; nobody here waits for that. */
export async function settled(page: Page, verb: string): Promise<void> {
  const now = page.getByRole("button", { name: "立即提交" });
  const done = page.getByText(`${verb}成功`);
  await expect(now.or(done).first()).toBeVisible();
  if (await now.isVisible()) {
    const sent = page.waitForResponse("**/api/v1/held/send");
    await now.click();
    await sent;
  }
  await expect(done).toBeVisible();
}

/** The list of one's tasks. */
export function tasks(page: Page): Locator {
  return page.getByRole("list", { name: "待办列表" }).getByRole("listitem");
}

export async function openTask(page: Page, title: string): Promise<void> {
  await page.goto("/inbox");
  await tasks(page)
    .getByRole("button", { name: new RegExp(title) })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: new RegExp(title) })).toBeVisible();
}

/** What the order's page tells: one line for each thing that happened, oldest first. */
export function history(page: Page): Locator {
  return page.getByRole("list", { name: "流转记录" }).getByRole("listitem");
}

/** A comment under the order that is open. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel("评论", { exact: true }).fill(text);
  await page.getByRole("button", { name: "发送" }).click();
  await expect(history(page).filter({ hasText: text })).toBeVisible();
}

/** From the page where people start an order. */
export async function openForm(page: Page, form: string): Promise<void> {
  await page.goto("/new");
  await page.getByRole("link", { name: form }).click();
}

interface Filled {
  customer: string;
  urgency: string;
  problem: string;
}

/** Fills the after-sales form that is open, and sends it. */
export async function submit(page: Page, { customer, urgency, problem }: Filled): Promise<void> {
  await page.getByLabel("客户名称").fill(customer);
  await page.getByRole("radio", { name: urgency, exact: true }).check({ force: true });
  await page.getByLabel("问题类型").click();
  await page.getByTitle(problem, { exact: true }).click();
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: new RegExp(customer) })).toBeVisible();
}
