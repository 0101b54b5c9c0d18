import type { Locator, Page } from "@playwright/test";

const STEPS = 6;

/** A finger on the middle of something, moved by so many pixels, and lifted. */
export async function push(page: Page, target: Locator, dx: number, dy = 0): Promise<void> {
  // A finger waits too until what it aims at stands still.
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error("nothing to push");
  const [x, y] = [box.x + box.width / 2 - dx / 2, box.y + box.height / 2];
  const finger = await page.context().newCDPSession(page);
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  for (let step = 1; step <= STEPS; step++) {
    const touchPoints = [{ x: x + (dx * step) / STEPS, y: y + (dy * step) / STEPS }];
    await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
  }
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await finger.detach();
}
