import { type Browser, type Cookie, expect, type Page } from "@playwright/test";
import { DEVICES, type Device } from "../support/people";
import { Album } from "./album";
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

/** Where screens are compared with their pictures: between them, the two see both devices, languages and schemes. */
const PICTURED: Record<Device, { language: Language; scheme: (typeof SCHEMES)[number] }> = {
  desktop: { language: "zh", scheme: "light" },
  phone: { language: "en", scheme: "dark" },
};

interface Seen {
  device: Device;
  language: Language;
}

/** Somebody's window of one device and one language, and all that is looked for in it. */
export class Visit {
  readonly page: Page;
  readonly device: Device;
  private readonly language: Language;
  /** Absent where screens are not compared with pictures. */
  private readonly album: Album | undefined;
  private readonly report: Audit;

  private constructor(page: Page, origin: string, { device, language }: Seen, album: Album | undefined) {
    this.page = page;
    this.device = device;
    this.language = language;
    this.report = new Audit(page, origin);
    this.album = album;
  }

  /** `story`: names its album. */
  static async begin(
    browser: Browser,
    origin: string,
    { story, device, language }: Seen & { story: string },
  ): Promise<Visit> {
    const context = await browser.newContext({ ...DEVICES[device], baseURL: origin, locale: LOCALES[language] });
    const page = await context.newPage();
    await page.clock.setFixedTime(SEEN);
    const isPictured = PICTURED[device].language === language;
    const album = isPictured ? new Album(page, `${story}-${device}`) : undefined;
    return new Visit(page, origin, { device, language }, album);
  }

  /** Somebody who has signed in before, and speaks the language of this visit from now on. */
  async enter(session: Cookie[], origin: string): Promise<void> {
    const context = this.page.context();
    await context.addCookies(session);
    const me = await (await context.request.get("/api/v1/session")).json();
    if (me.user.language === this.language) return;
    const headers = { "X-Tessera": "1", Origin: origin };
    const data = { language: this.language };
    const spoken = await context.request.put("/api/v1/session/language", { headers, data });
    expect(spoken.ok()).toBe(true);
  }

  async lookAt({ name, path, open }: Route & Partial<Layer>): Promise<void> {
    const { page, report, device } = this;
    // What has only just opened is not painted over at once: everything that measures itself does so in colours that stay.
    await page.emulateMedia({ colorScheme: SCHEMES[0] });
    await report.open(path);
    await open?.(page);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await report.settled();
      expect.soft(await report.findings(), `${name}, ${colorScheme}`).toEqual([]);
      if (colorScheme === PICTURED[device].scheme) await this.album?.compare(name);
    }
    expect.soft(report.troubles, `${name}: requests and console`).toEqual([]);
    expect.soft(await report.overflow(), `${name} scrolls sideways`).toEqual([]);
    if (device === "phone") expect.soft(await report.smallTargets(), `${name}: touch targets`).toEqual([]);
  }

  async end(): Promise<void> {
    expect.soft(this.album?.forgotten() ?? [], "pictures of no screen").toEqual([]);
    await this.page.context().close();
  }
}
