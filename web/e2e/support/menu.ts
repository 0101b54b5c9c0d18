import { expect, type Page } from "@playwright/test";

const GONE_MS = 2_000;
const PRESSES_MAX = 3;

/** Chooses from the open menu, which closes. A menu that still unfolds can lose a press: whoever sees it stay presses again. */
export async function chooseFromMenu(page: Page, name: string | RegExp, exact = false): Promise<void> {
  const item = page.getByRole("menuitem", { name, exact });
  for (let presses = 0; presses < PRESSES_MAX; presses++) {
    await item.click();
    const isGone = await item.waitFor({ state: "hidden", timeout: GONE_MS }).then(
      () => true,
      () => false,
    );
    if (isGone) return;
  }
  await expect(item).toBeHidden();
}
