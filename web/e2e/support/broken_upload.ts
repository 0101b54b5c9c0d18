import type { Locator, Page, Route } from "@playwright/test";
import { expect } from "./house";

const PIECE_BYTES = 2 * 1024 * 1024;

/**
 * Attaches a file of three pieces and takes the network away under the second: the file waits, goes on by itself once the
 * network is back, and what the server had is not sent again.
 */
export async function attachOverLoss(page: Page, inside: Locator, name: string): Promise<void> {
  const buffer = Buffer.alloc(5 * 1024 * 1024, "spindle 8000 rpm\n");
  const bytes: number[] = [];
  page.on("requestfinished", async (request) => {
    const isPiece = request.url().includes("/uploads/") && request.method() !== "GET";
    if (isPiece) bytes.push((await request.sizes()).requestBodySize);
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
  await expect.poll(() => bytes).toEqual([PIECE_BYTES, PIECE_BYTES, buffer.length - 2 * PIECE_BYTES]);
}
