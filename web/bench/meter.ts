import type { CDPSession, Page } from "@playwright/test";

/** Processor time of a page's main thread, so that whatever else the machine does is not counted. */
export class Meter {
  private readonly cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.cdp = cdp;
  }

  static async of(page: Page): Promise<Meter> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Meter(cdp);
  }

  /** As on a processor this many times slower. */
  async slow(rate: number): Promise<void> {
    await this.cdp.send("Emulation.setCPUThrottlingRate", { rate });
  }

  /** Milliseconds that `work` takes. */
  async spent(work: () => Promise<unknown>): Promise<number> {
    const before = await this.total();
    await work();
    return (await this.total()) - before;
  }

  private async total(): Promise<number> {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  }
}
