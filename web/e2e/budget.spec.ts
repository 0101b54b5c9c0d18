import type { Page } from "@playwright/test";
import { everyRoute } from "./access/routes";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN } from "./support/people";

/** What a first visit downloads, as it travels: compressed, with the headers. */
test.use({ story: "budget" });

const KB = 1024;
const BUDGETS: Record<string, number> = {
  inbox: 300 * KB,
  "flow designer": 430 * KB,
};

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance);
});

for (const [name, bytesMax] of Object.entries(BUDGETS)) {
  test(`the ${name} arrives in at most ${bytesMax / KB} KB of JavaScript`, async ({ enter, appliance }) => {
    const first = await enter(ADMIN);
    const context = first.context();
    const route = (await everyRoute(context.request, appliance.url)).find((one) => one.name === name);
    await first.close();
    expect(route, `${name} is a route`).toBeDefined();

    const page = await context.newPage();
    expect(await scriptBytes(page, route?.path ?? "/")).toBeLessThanOrEqual(bytesMax);
  });
}

/** Of a window that has nothing in its cache, until the page asks for nothing more. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  network.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path);
  await expect(page.getByRole("main").or(page.getByRole("heading")).first()).toBeVisible();
  await expect.poll(() => settledFor(page)).toBeGreaterThan(QUIET_MS);
  return bytes;
}

const QUIET_MS = 1_000;

/** For how long no file has arrived. */
function settledFor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const files = performance.getEntriesByType("resource").filter(({ name }) => !name.includes("/api/v1/live"));
    return performance.now() - Math.max(0, ...files.map((file) => (file as PerformanceResourceTiming).responseEnd));
  });
}
