import type { Page } from "@playwright/test";
import { foundApart } from "../e2e/support/founding";
import { expect, test } from "../e2e/support/house";
import { ADMIN } from "../e2e/support/people";
import { Meter } from "./meter";

/** The main thread's time for a frame of a scroll over 100,000 records, beside a scroll over nothing in the same run. */
test.use({ story: "grid bench" });

const ROWS = 100_000;
const FRAMES = 240;
/** Three rows a frame: a wheel that is turned fast. */
const STRIDE_PX = 120;
const WANTED_MS = 10;

test("a scrolled frame of the grid", async ({ appliance, enter, playwright }) => {
  await foundApart(playwright, appliance);
  const page = await enter(ADMIN);
  const [app] = await (await page.request.get("/api/v1/apps")).json();
  await answerRows(page);
  await page.goto(`/apps/${app.id}/forms/${app.forms[0].id}`);
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", String(ROWS + 1));
  await expect(grid.getByRole("gridcell").first()).not.toBeEmpty();
  const meter = await Meter.of(page);
  const first = await frameMs(page, meter, "[role=grid]");
  const warm = await frameMs(page, meter, "[role=grid]");
  await page.setContent(`<div id="bare" style="height:800px;overflow:auto"><div style="height:4000000px"></div></div>`);
  const bare = await frameMs(page, meter, "#bare");
  const line = (what: string, ms: number) =>
    `${what.padEnd(38)}${ms.toFixed(2).padStart(7)} ms (wanted: ${WANTED_MS}), ${(ms / bare).toFixed(1)} times a bare scroll`;
  process.stdout.write(`\n${line(`grid, ${ROWS} rows, a frame`, first)}\n${line("the same, again", warm)}\n`);
});

/** The rows are made here from the first real page, so that only the browser is measured. */
async function answerRows(page: Page): Promise<void> {
  await page.route("**/api/v1/forms/*/query", async (route) => {
    const asked = route.request().postDataJSON() as { skip: number; rows: number };
    const real = await route.fetch({ postData: JSON.stringify({ ...asked, skip: 0 }) });
    const { rows: patterns } = (await real.json()) as { rows: { id: string; values: Record<string, unknown> }[] };
    const count = Math.min(asked.rows, ROWS - asked.skip);
    const rows = Array.from({ length: count }, (_, at) => {
      const pattern = patterns[(asked.skip + at) % patterns.length];
      return { ...pattern, id: `row-${asked.skip + at}` };
    });
    await route.fulfill({ json: { rows, total: ROWS } });
  });
}

/** Milliseconds of the main thread for one frame, over many. */
async function frameMs(page: Page, meter: Meter, selector: string): Promise<number> {
  const scroll = () =>
    page.locator(selector).evaluate(
      async (box, { frames, stride }) => {
        for (let frame = 0; frame < frames; frame += 1) {
          box.scrollTop += stride;
          await new Promise(requestAnimationFrame);
        }
      },
      { frames: FRAMES, stride: STRIDE_PX },
    );
  return (await meter.spent(scroll)) / FRAMES;
}
