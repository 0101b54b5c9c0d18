import type { Locator, Page, Route } from "@playwright/test";
import { expect } from "./house";

const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * Attaches a file of three pieces and takes the network away under the second: the file waits, goes on by itself once the
 * network is back, and what the server had is not sent again.
 */
export async function attachOverLoss(page: Page, inside: Locator, name: string): Promise<void> {
  const buffer = Buffer.alloc(5 * 1024 * 1024, "spindle 8000 rpm\n");
  const reached: number[] = [];
  page.on("response", async (answer) => {
    const isPiece = answer.url().includes("/uploads/") && answer.request().method() !== "GET";
    if (isPiece) reached.push((await answer.json()).offset);
  });
  const second = new RegExp(`/uploads/.*offset=${PIECE_BYTES}$`);
  const breakOff = async (route: Route) => {
    await page.context().setOffline(true);
    await route.abort("internetdisconnected");
  };
  await page.route(second, breakOff, { times: 1 });
  await inside.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer });
  await expect(inside.getByText("已暂停，联网后继续")).toBeVisible();
  const progress = inside.getByRole("progressbar", { name: `正在上传 ${name}` });
  expect(Number(await progress.getAttribute("value"))).toBeGreaterThanOrEqual(PIECE_BYTES);
  await page.context().setOffline(false);
  await expect(inside.getByRole("link", { name })).toBeVisible();
  // One answer for each piece: none went twice.
  await expect.poll(() => reached).toEqual([PIECE_BYTES, 2 * PIECE_BYTES, buffer.length]);
}
