import { expect, type Page } from "@playwright/test";
import { chooseFromMenu } from "./menu";

/** What an app holds, found as people find it: by its name. */

export async function openApp(page: Page, app: string): Promise<void> {
  await page.goto("/apps");
  await page.getByRole("link", { name: app }).first().click();
  await expect(page.getByRole("link", { name: "概览" })).toBeVisible();
}

export async function openBoard(page: Page, app: string, board: string): Promise<void> {
  await openApp(page, app);
  await page.getByRole("link", { name: board }).first().click();
  await expect(page.getByText(/数据截至/)).toBeVisible();
}

interface Grant {
  role: string;
  /** A usual set of permissions, as the page offers it. */
  preset: string;
  /** Permissions besides. */
  also?: readonly string[];
}

/** Who may do what in the app: one line for each role. */
export async function grant(page: Page, app: string, grants: readonly Grant[]): Promise<void> {
  await openApp(page, app);
  await page.getByRole("link", { name: "访问授权" }).first().click();
  for (const { role, preset, also = [] } of grants) {
    await page.getByRole("combobox", { name: "添加角色…" }).click();
    await page.getByTitle(role, { exact: true }).click();
    const line = page.getByRole("region", { name: role });
    await line.getByRole("button", { name: "常用组合" }).click();
    await chooseFromMenu(page, preset);
    for (const action of also) await line.getByRole("checkbox", { name: action, exact: true }).check();
  }
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("访问授权已生效")).toBeVisible();
}
