import { expect, type Locator, type Page } from "@playwright/test";

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

/** By keys alone into what a button opens, where `inside` is found, and with Esc out of it: back at the button. */
export async function inAndOut(opener: Locator, inside: Locator): Promise<void> {
  const { keyboard } = opener.page();
  await opener.focus();
  await keyboard.press("Enter");
  await expect(inside).toBeVisible();
  await keyboard.press("Tab");
  await expect(opener).not.toBeFocused();
  await keyboard.press("Escape");
  await expect(inside).toBeHidden();
  await expect(opener).toBeFocused();
}
