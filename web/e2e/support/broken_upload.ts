import type { Locator, Page, Route } from "@playwright/test";
import { expect } from "./house";

const PIECE_BYTES = 2 * 1024 * 1024;
const BYTES = 5 * 1024 * 1024;
const SECOND = new RegExp(`/uploads/.*offset=${PIECE_BYTES}$`);

const progressOf = (inside: Locator, name: string): Locator =>
  inside.getByRole("progressbar", { name: `正在上传 ${name}` });

/** Gives it a file of three pieces. */
export async function attach(inside: Page | Locator, name: string): Promise<void> {
  const buffer = Buffer.alloc(BYTES, "spindle 8000 rpm\n");
  await inside.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer });
}

/** How far the server says it is after each piece that this window sends. */
export function piecesOf(page: Page): number[] {
  const reached: number[] = [];
  page.on("response", async (answer) => {
    const isPiece = answer.url().includes("/uploads/") && answer.request().method() !== "GET";
    if (isPiece) reached.push((await answer.json()).offset);
  });
  return reached;
}

/** What `reached` is when each piece of the file went once, from the first or from the second on. */
export const EACH_ONCE = [PIECE_BYTES, 2 * PIECE_BYTES, BYTES];

/** From now on this window does not get the second piece through. */
export const stopSecond = (page: Page): Promise<unknown> =>
  page.route(SECOND, (route) => route.abort("connectionreset"));

/** Takes the network away under the second piece. */
export async function loseUnderSecond(page: Page): Promise<void> {
  const breakOff = async (route: Route) => {
    await page.context().setOffline(true);
    await route.abort("internetdisconnected");
  };
  await page.route(SECOND, breakOff, { times: 1 });
}

/** It waits with what the server has, and the network comes back. */
export async function waitsForNetwork(page: Page, inside: Locator, name: string): Promise<void> {
  await expect(inside.getByText("已暂停，联网后继续")).toBeVisible();
  const sent = await progressOf(inside, name).getAttribute("value");
  expect(Number(sent)).toBeGreaterThanOrEqual(PIECE_BYTES);
  await page.context().setOffline(false);
}

/**
 * Attaches a file of three pieces and takes the network away under the second: the file waits, goes on by itself once the
 * network is back, and what the server had is not sent again.
 */
export async function attachOverLoss(page: Page, inside: Locator, name: string): Promise<void> {
  const reached = piecesOf(page);
  await loseUnderSecond(page);
  await attach(inside, name);
  await waitsForNetwork(page, inside, name);
  await expect(inside.getByRole("link", { name })).toBeVisible();
  // One answer for each piece: none went twice.
  await expect.poll(() => reached).toEqual(EACH_ONCE);
}
