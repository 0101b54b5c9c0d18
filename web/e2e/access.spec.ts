import type { Page } from "@playwright/test";
import { Audit } from "./access/audit";
import { askedOrder, everyLayer } from "./access/layers";
import { DOORS, everyRoute, formOf, type Route } from "./access/routes";
import { backUp, foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN } from "./support/people";

/** Every page for everybody: each route on a desktop and a phone, in both languages, light and dark. */
test.use({ story: "access" });

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const LANGUAGES = { zh: "zh-CN", en: "en-US" };
const MINUTES = 60_000;

type Device = keyof typeof DEVICES;

interface Audited extends Route {
  /** What is opened over the page before it is looked at. */
  open?: (page: Page) => Promise<void>;
}

async function audit(report: Audit, page: Page, { name, path, open }: Audited, device: Device) {
  await report.open(path);
  await open?.(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await report.settled();
    expect.soft(await report.findings(), `${name}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(report.troubles, `${name}: requests and console`).toEqual([]);
  expect.soft(await report.overflow(), `${name} scrolls sideways`).toEqual([]);
  if (device === "phone") expect.soft(await report.smallTargets(), `${name}: touch targets`).toEqual([]);
}

for (const device of Object.keys(DEVICES) as Device[]) {
  for (const [language, locale] of Object.entries(LANGUAGES)) {
    test(`the first run on a ${device} in ${language}`, async ({ browser, appliance }) => {
      const context = await browser.newContext({ ...DEVICES[device], baseURL: appliance.url, locale });
      const page = await context.newPage();
      await audit(new Audit(page, appliance.url), page, { name: "setup", path: "/setup" }, device);
      await context.close();
    });
  }
}

test.describe("with the sample company", () => {
  test.beforeAll(async ({ playwright, appliance }) => {
    await foundApart(playwright, appliance, (request) => backUp(request, appliance));
  });

  for (const device of Object.keys(DEVICES) as Device[]) {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      test(`every route on a ${device} in ${language}`, async ({ browser, appliance }) => {
        test.setTimeout(10 * MINUTES);
        const context = await browser.newContext({ ...DEVICES[device], baseURL: appliance.url, locale });
        const page = await context.newPage();
        const report = new Audit(page, appliance.url);
        for (const door of DOORS) await audit(report, page, door, device);

        const headers = { "X-Tessera": "1", Origin: appliance.url };
        const data = { login: ADMIN.login, password: ADMIN.password };
        expect((await context.request.post("/api/v1/session", { headers, data })).ok()).toBe(true);
        const spoken = await context.request.put("/api/v1/session/language", { headers, data: { language } });
        expect(spoken.ok()).toBe(true);
        const routes = await everyRoute(context.request, appliance.url);
        for (const route of routes) await audit(report, page, route, device);
        const asked = await askedOrder(context.request, appliance.url, await formOf(context.request));
        const layers = everyLayer(routes, asked).filter((layer) => (layer.device ?? device) === device);
        for (const layer of layers) await audit(report, page, layer, device);
        await context.close();
      });
    }
  }
});
