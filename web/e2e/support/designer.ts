import { expect, type Page } from "@playwright/test";
import { openApp } from "./app";
import { ADMIN, signIn } from "./people";

/** What the designers have in common: how they open, and their left side. */
export async function openDesigner(page: Page, part: "设计表单" | "设计流程"): Promise<void> {
  await signIn(page, ADMIN);
  await openApp(page, "设备报修");
  await page.getByRole("link", { name: part }).first().click();
  await expect(page.getByRole("complementary", { name: "组件面板" })).toBeVisible();
}

export const left = (page: Page) => page.getByRole("complementary", { name: "组件面板" });

export const outline = async (page: Page) => {
  await left(page).getByText("大纲", { exact: true }).click();
  return left(page);
};
