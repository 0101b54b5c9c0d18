import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, type Request } from "@playwright/test";
import type { AxeResults, NodeResult } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Nothing is asked for that long: the page has what it wanted. */
const QUIET_MS = 400;
const LOOK_MS = 50;
const TOUCH = 44;
/** Looks at what is wrong before it counts, and the time between two. */
const LOOKS_MAX = 5;
const REST_MS = 300;

/** Watches one page: what it asks for, what it complains about, and what somebody with other senses finds on it. */
export class Audit {
  private readonly page: Page;
  private readonly asked = new Set<Request>();
  private quietSince = Date.now();
  /** Requests to other origins, and everything the console calls an error. */
  readonly troubles: string[] = [];

  constructor(page: Page, origin: string) {
    this.page = page;
    page.on("request", (request) => {
      if (!request.url().startsWith(origin) && /^(https?|wss?):/.test(request.url()))
        this.troubles.push(`asks ${request.url()}`);
      if (!request.url().includes("/api/v1/live")) this.asked.add(request);
    });
    const answered = (request: Request) => {
      if (this.asked.delete(request)) this.quietSince = Date.now();
    };
    page.on("requestfinished", answered);
    page.on("requestfailed", answered);
    page.on("console", (message) => {
      if (message.type() === "error") this.troubles.push(`says ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.troubles.push(`throws ${error.message}`));
  }

  async open(path: string): Promise<void> {
    this.troubles.length = 0;
    await this.page.goto(path);
    await this.settled();
  }

  /** Drawn, asking for nothing more, and with every movement at its end. */
  async settled(): Promise<void> {
    await expect(this.page.locator("#root > *").first()).toBeVisible();
    const isQuiet = () => this.asked.size === 0 && Date.now() - this.quietSince > QUIET_MS;
    await expect.poll(isQuiet, { intervals: [LOOK_MS] }).toBe(true);
    await this.page.evaluate(painted);
  }

  /** What axe calls serious or critical, one line for each rule and place. */
  async findings(): Promise<string[]> {
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(AXE);
    return this.lasting(async () => {
      const { violations } = await this.page.evaluate(
        (): Promise<AxeResults> => window.axe.run(document, { resultTypes: ["violations"] }),
      );
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      return grave.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${placeOf(node)}`));
    });
  }

  /** By how much the page is wider than its window. */
  overflow(): Promise<string[]> {
    return this.lasting(() =>
      this.page.evaluate(() => {
        const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        return over > 0 ? [`${over} px`] : [];
      }),
    );
  }

  /** What a thumb misses: controls under 44 px in a direction, measured where they answer and not where they are painted. */
  smallTargets(): Promise<string[]> {
    return this.lasting(() => this.page.evaluate(smallTargets, TOUCH));
  }

  /** What is still wrong after a moment: a page that changes its colours is for a moment in neither. */
  private async lasting(look: () => Promise<string[]>): Promise<string[]> {
    let found = await look();
    for (let looks = 1; looks < LOOKS_MAX && found.length > 0; looks++) {
      await this.page.waitForTimeout(REST_MS);
      found = await look();
    }
    return found;
  }
}

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

const placeOf = ({ target, html, any }: NodeResult): string =>
  `${target.join(" ")} ${html.slice(0, 160)} ${any[0]?.message ?? ""}`;

/** Runs in the page. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
}

/** Runs in the page. */
function smallTargets(size: number): string[] {
  // A drawing is as large as the person makes it.
  const DRAWN = ".react-flow__viewport";
  const CONTROLS = "a[href], button, summary, [role=button], [role=tab], [role=option], [role=switch], [role=menuitem]";
  const found: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(CONTROLS)) {
    const box = control.getBoundingClientRect();
    const style = getComputedStyle(control);
    if (box.width === 0 || box.height === 0 || style.visibility === "hidden" || control.closest(DRAWN)) continue;
    if (control.matches("a") && style.display === "inline") continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) continue;
    const answers = (dx: number, dy: number): boolean => {
      const at = document.elementFromPoint(
        Math.min(Math.max(x + dx, 0), innerWidth - 1),
        Math.min(Math.max(y + dy, 0), innerHeight - 1),
      );
      return at !== null && (control.contains(at) || at.closest("label")?.contains(control) === true);
    };
    if (!answers(0, 0)) continue;
    const half = size / 2 - 1;
    const isWide = box.width >= size || (answers(-half, 0) && answers(half, 0));
    const isHigh = box.height >= size || (answers(0, -half) && answers(0, half));
    if (isWide && isHigh) continue;
    const name = control.getAttribute("aria-label") ?? control.textContent?.trim().slice(0, 20) ?? "";
    found.push(`${control.tagName.toLowerCase()} "${name}" ${Math.round(box.width)}×${Math.round(box.height)}`);
  }
  return found;
}
