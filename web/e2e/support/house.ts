import { test as base, expect, type Page } from "@playwright/test";
import { Appliance } from "./appliance";
import { WorldClock } from "./clock";
import { type Device, type Person, signIn, windowOf } from "./people";
import { WecomStub } from "./wecom";

interface House {
  /** Files that name another story get an appliance of their own. */
  story: string;
  /** What the time is when the appliance starts; left out, the machine's. */
  begins: number | undefined;
  wecom: WecomStub;
  appliance: Appliance;
  clock: WorldClock;
}

interface Visit {
  /** A window of one's own, which sees the time that the appliance has. It closes with the test. */
  open: (device?: Device) => Promise<Page>;
  /** The same, with somebody signed in. */
  enter: (person: Person, device?: Device) => Promise<Page>;
  printed: undefined;
}

/** Tests with an appliance, a robot and a time of their own, shared by the tests of one file. */
export const test = base.extend<Visit, House>({
  story: ["first order", { scope: "worker", option: true }],
  begins: [undefined, { scope: "worker", option: true }],
  wecom: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the pattern
    async ({}, use) => {
      const stub = await WecomStub.start();
      await use(stub);
      await stub.stop();
    },
    { scope: "worker" },
  ],
  appliance: [
    async ({ wecom, begins }, use) => {
      const appliance = await Appliance.make([wecom.address], begins);
      await use(appliance);
      await appliance.stop();
    },
    { scope: "worker" },
  ],
  clock: [
    async ({ appliance, wecom, begins }, use) => {
      const clock = new WorldClock(appliance, wecom);
      if (begins !== undefined) clock.forward(begins - clock.now());
      await use(clock);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ appliance }, use) => use(appliance.url),
  open: async ({ browser, appliance, clock }, use) => {
    const pages: Page[] = [];
    await use(async (device = "desktop") => {
      const page = await windowOf(browser, appliance.url, device);
      pages.push(page);
      await clock.show(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  enter: async ({ open }, use) => {
    await use(async (person, device) => {
      const page = await open(device);
      await signIn(page, person);
      return page;
    });
  },
  printed: [
    async ({ appliance }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) await info.attach("appliance", { body: appliance.output });
    },
    { auto: true },
  ],
});

export { expect };
