import { type Browser, type Cookie, expect, type Page } from "@playwright/test";
import { DEVICES, type Device } from "../support/people";
import { Audit } from "./audit";
import type { Layer } from "./layers";
import type { Route } from "./routes";

/** When the appliance begins, and what the time is in every window: ages are told alike on whatever day, and on a slow machine. */
export const BEGINS = Date.parse("2026-06-10T20:00:00+08:00");
const SEEN = BEGINS + 5 * 60_000 + 20_000;

const LOCALES = { zh: "zh-CN", en: "en-US" };
const SCHEMES = ["light", "dark"] as const;

export type Language = keyof typeof LOCALES;

export const LANGUAGES = Object.keys(LOCALES) as Language[];

/** Somebody's window of one device and one language, and all that is looked for in it. */
export class Visit {
  readonly page: Page;
  readonly device: Device;
  private readonly report: Audit;

  private readonly language: Language;

  private constructor(page: Page, origin: string, device: Device, language: Language) {
    this.page = page;
    this.device = device;
    this.language = language;
    this.report = new Audit(page, origin);
  }

  static async begin(browser: Browser, origin: string, device: Device, language: Language): Promise<Visit> {
    const context = await browser.newContext({ ...DEVICES[device], baseURL: origin, locale: LOCALES[language] });
    const page = await context.newPage();
    await page.clock.setFixedTime(SEEN);
    return new Visit(page, origin, device, language);
  }

  /** Somebody who has signed in before, and speaks the language of this visit from now on. */
  async enter(session: Cookie[], origin: string): Promise<void> {
    const context = this.page.context();
    await context.addCookies(session);
    const headers = { "X-Tessera": "1", Origin: origin };
    const spoken = await context.request.put("/api/v1/session/language", {
      headers,
      data: { language: this.language },
    });
    expect(spoken.ok()).toBe(true);
  }

  async lookAt({ name, path, open }: Route & Partial<Layer>): Promise<void> {
    const { page, report, device } = this;
    await report.open(path);
    await open?.(page);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await report.settled();
      expect.soft(await report.findings(), `${name}, ${colorScheme}`).toEqual([]);
    }
    expect.soft(report.troubles, `${name}: requests and console`).toEqual([]);
    expect.soft(await report.overflow(), `${name} scrolls sideways`).toEqual([]);
    if (device === "phone") expect.soft(await report.smallTargets(), `${name}: touch targets`).toEqual([]);
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}
