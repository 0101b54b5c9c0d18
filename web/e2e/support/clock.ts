import type { Page } from "@playwright/test";
import type { Appliance } from "./appliance";
import type { WecomStub } from "./wecom";

export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The company's zone, which has no summer time. */
const SHANGHAI_MS = 8 * HOUR_MS;
const THURSDAY_BEFORE_MONDAY_DAYS = 4;

/** What the time is for everybody: the appliance, the robot, and windows that open from now on. As a rule it moves forward. */
export class WorldClock {
  private ahead_ms = 0;
  private readonly appliance: Appliance;
  private readonly wecom: WecomStub;

  constructor(appliance: Appliance, wecom: WecomStub) {
    this.appliance = appliance;
    this.wecom = wecom;
  }

  now(): number {
    return Date.now() + this.ahead_ms;
  }

  forward(ms: number): void {
    this.ahead_ms += ms;
    this.appliance.moveClock(this.ahead_ms);
    this.wecom.moveClock(this.ahead_ms);
  }

  /** Stands back until the answer is called: what a person does within seconds takes a slow machine longer. */
  back(ms: number): () => void {
    this.forward(-ms);
    return () => this.forward(ms);
  }

  to(at: number): void {
    if (at > this.now()) this.forward(at - this.now());
  }

  /** Of the next week: the instant of a time of day in the company's zone. `day`: 0 is Monday. */
  nextWeek(day: number, hour: number, minute: number): number {
    // 1970 began on a Thursday.
    const days = Math.floor((this.now() + SHANGHAI_MS) / DAY_MS) - THURSDAY_BEFORE_MONDAY_DAYS;
    const monday = (Math.floor(days / 7) + 1) * 7 + THURSDAY_BEFORE_MONDAY_DAYS;
    return (monday + day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS - SHANGHAI_MS;
  }

  /** A page that is opened now sees the same time. */
  async show(page: Page): Promise<void> {
    if (this.ahead_ms !== 0) await page.addInitScript(shiftDates, this.ahead_ms);
  }
}

/** Runs in the page: only what the time is changes, timers go on as they do. */
function shiftDates(ahead_ms: number): void {
  const Machine = Date;
  globalThis.Date = class extends Machine {
    constructor(...given: []) {
      if (given.length > 0) super(...given);
      else super(Machine.now() + ahead_ms);
    }
    static override now = () => Machine.now() + ahead_ms;
  } as DateConstructor;
}
