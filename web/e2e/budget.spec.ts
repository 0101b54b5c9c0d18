import { type CDPSession, errors, type Page } from "@playwright/test";
import { everyRoute } from "./access/routes";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN, type Device } from "./support/people";

/** What a first visit downloads, as it travels: compressed, with the headers. */
test.use({ story: "budget" });

const KB = 1024;
/** The chart library: a designer of boards brings it after itself, for charts that are drawn with it. */
const CHARTS = /\/charts-[^/]+\.js$/;
const CHARTS_MAX = 170 * KB;

const BUDGETS: readonly { name: string; device: Device; bytesMax: number }[] = [
  { name: "inbox", device: "desktop", bytesMax: 300 * KB },
  { name: "inbox", device: "phone", bytesMax: 180 * KB },
  { name: "form designer", device: "desktop", bytesMax: 430 * KB },
  { name: "flow designer", device: "desktop", bytesMax: 430 * KB },
  { name: "board designer", device: "desktop", bytesMax: 430 * KB },
];

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance);
});

for (const { name, device, bytesMax } of BUDGETS) {
  test(`the ${name} arrives on a ${device} in at most ${bytesMax / KB} KB of JavaScript`, async ({
    enter,
    appliance,
  }) => {
    const first = await enter(ADMIN, device);
    const path = await pathOf(first, appliance.url, name);
    const scripts = await scriptsOf(await anew(first), path);
    const charts = sum(scripts, (url) => CHARTS.test(url));
    const own = sum(scripts) - charts;
    tell(`${name}, ${device}: ${kb(own)} KB of JavaScript, ${kb(charts)} KB of charts`);
    expect(own).toBeLessThanOrEqual(bytesMax);
    expect(charts).toBeLessThanOrEqual(CHARTS_MAX);
  });
}

test("how soon pages open on a slow processor and a line of 4 MB a second is told", async ({ enter, appliance }) => {
  test.setTimeout(5 * 60_000);
  for (const device of ["phone", "desktop"] as const) {
    let page = await enter(ADMIN, device);
    for (const { name } of BUDGETS.filter((one) => one.device === device)) {
      const path = await pathOf(page, appliance.url, name);
      page = await anew(page);
      tell(`${name}, ${device}: opens ${await openedSlowly(page, path)}`);
    }
  }
});

const kb = (bytes: number): string => (bytes / KB).toFixed(0);

const sum = (scripts: ReadonlyMap<string, number>, isCounted: (url: string) => boolean = () => true): number =>
  [...scripts].reduce((bytes, [url, own]) => bytes + (isCounted(url) ? own : 0), 0);

/** A figure for whoever reads the run; a busy machine makes it larger, so that nothing is refused for it. */
function tell(figure: string): void {
  process.stdout.write(`    ${figure}\n`);
}

async function pathOf(page: Page, origin: string, name: string): Promise<string> {
  const route = (await everyRoute(page.context().request, origin)).find((one) => one.name === name);
  if (!route) throw new Error(`${name} is no route`);
  return route.path;
}

/** Another window of the same person, instead of this one. */
async function anew(page: Page): Promise<Page> {
  await page.close();
  return page.context().newPage();
}

/** Nothing in its cache. */
async function strange(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return session;
}

/** Bytes by address, until the page asks for nothing more. */
async function scriptsOf(page: Page, path: string): Promise<Map<string, number>> {
  const network = await strange(page);
  const asked = new Map<string, string>();
  const scripts = new Map<string, number>();
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") asked.set(requestId, response.url);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId);
    if (url) scripts.set(url, encodedDataLength);
  });
  await page.goto(path);
  await drawnAt(page);
  await expect.poll(() => settledFor(page)).toBeGreaterThan(QUIET_MS);
  return scripts;
}

const PROCESSOR_SLOWER = 4;
const LINE = { offline: false, latency: 20, downloadThroughput: 4_000_000, uploadThroughput: 1_000_000 };

/** How long from the address to the page's own content, on a slow processor and a line of 4 MB a second. */
async function openedSlowly(page: Page, path: string): Promise<string> {
  const session = await strange(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR_SLOWER });
  await session.send("Network.emulateNetworkConditions", LINE);
  await page.goto(path, { waitUntil: "commit" });
  try {
    return `in ${Math.round(await drawnAt(page))} ms`;
  } catch (late) {
    if (!(late instanceof errors.TimeoutError)) throw late;
    return `later than in ${DRAWN_MS} ms: this machine does much else`;
  }
}

/** Even on a machine that does much else. */
const DRAWN_MS = 20_000;

/** When the page had its title, and no skeleton any more. */
async function drawnAt(page: Page): Promise<number> {
  const at = await page.waitForFunction(
    () => document.querySelector("h1") && !document.querySelector("[class*=_bone_]") && performance.now(),
    undefined,
    { polling: "raf", timeout: DRAWN_MS },
  );
  return Number(await at.jsonValue());
}

const QUIET_MS = 1_000;

/** For how long no file has arrived. */
function settledFor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const files = performance.getEntriesByType("resource").filter(({ name }) => !name.includes("/api/v1/live"));
    return performance.now() - Math.max(0, ...files.map((file) => (file as PerformanceResourceTiming).responseEnd));
  });
}
