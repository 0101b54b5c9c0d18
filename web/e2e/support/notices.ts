import { expect, type Locator, type Page } from "@playwright/test";

/** What somebody was told, on the page of all notices. */
export async function notices(page: Page, subject: string): Promise<Locator> {
  await page.goto("/notices");
  await expect(page.getByRole("heading", { name: "通知" })).toBeVisible();
  return page.getByRole("link", { name: subject });
}
