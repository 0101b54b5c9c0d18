import { test as base, expect } from "@playwright/test";
import { Appliance } from "./appliance";
import { WecomStub } from "./wecom";

interface House {
  /** Files that name another story get an appliance of their own. */
  story: string;
  wecom: WecomStub;
  appliance: Appliance;
}

/** Tests with an appliance and a robot of their own, shared by the tests of one file. */
export const test = base.extend<{ printed: undefined }, House>({
  story: ["first order", { scope: "worker", option: true }],
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
    async ({ wecom }, use) => {
      const appliance = await Appliance.make([wecom.address]);
      await use(appliance);
      await appliance.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ appliance }, use) => use(appliance.url),
  printed: [
    async ({ appliance }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus) await info.attach("appliance", { body: appliance.output });
    },
    { auto: true },
  ],
});

export { expect };
