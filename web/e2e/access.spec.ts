import type { Cookie } from "@playwright/test";
import { type Furnished, furnish } from "./access/furnish";
import { everyLayer } from "./access/layers";
import { DOORS, everyRoute } from "./access/routes";
import { BEGINS, LANGUAGES, Visit } from "./access/visit";
import { backUp, foundApart } from "./support/founding";
import { test } from "./support/house";
import { DEVICES, type Device } from "./support/people";

/** Every page for everybody: each route on a desktop and a phone, in both languages, light and dark. */
test.use({ story: "access", begins: BEGINS });

const MINUTES = 60_000;
/** Somebody changes the language once: the log, which is looked at as well, tells of it. */
const PAIRINGS = LANGUAGES.flatMap((language) =>
  (Object.keys(DEVICES) as Device[]).map((device) => ({ device, language })),
);

for (const { device, language } of PAIRINGS) {
  test(`the first run on a ${device} in ${language}`, async ({ browser, appliance }) => {
    const visit = await Visit.begin(browser, appliance.url, { story: "setup", device, language });
    await visit.lookAt({ name: "setup", path: "/setup" });
    await visit.end();
  });
}

test.describe("with the sample company", () => {
  let furnished: Furnished;
  let session: Cookie[];

  test.beforeAll(async ({ playwright, appliance }) => {
    await foundApart(playwright, appliance, async (request) => {
      furnished = await furnish(request, appliance.url);
      await backUp(request, appliance);
      session = (await request.storageState()).cookies;
    });
  });

  for (const { device, language } of PAIRINGS) {
    test(`every route on a ${device} in ${language}`, async ({ browser, appliance }) => {
      test.setTimeout(20 * MINUTES);
      const visit = await Visit.begin(browser, appliance.url, { story: "house", device, language });
      for (const door of DOORS) await visit.lookAt(door);

      // Signed in once for all: what one pairing sees does not depend on whether others came before it.
      await visit.enter(session, appliance.url);
      const routes = await everyRoute(visit.page.context().request, appliance.url);
      for (const route of routes) await visit.lookAt(route);
      const layers = everyLayer(routes, furnished).filter((layer) => (layer.device ?? device) === device);
      for (const layer of layers) await visit.lookAt(layer);
      await visit.end();
    });
  }
});
