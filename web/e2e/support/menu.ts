import { expect, type Page } from "@playwright/test";

const GONE_MS = 2_000;

/** Chooses from the open menu, which closes. A menu that still unfolds can lose a press: whoever sees it stay presses again. */
export async function chooseFromMenu(page: Page, name: string | RegExp, exact = false): Promise<void> {
  const item = page.getByRole("menuitem", { name, exact });
  await expect(item).toBeVisible();
  await expect(async () => {
    if (await item.isVisible()) await item.click({ timeout: GONE_MS });
    await expect(item).toBeHidden({ timeout: GONE_MS });
  }).toPass({ timeout: 10 * GONE_MS });
}
