import type { Locator, Page } from "@playwright/test";
import { foundApart } from "../e2e/support/founding";
import { expect, test } from "../e2e/support/house";
import { ADMIN } from "../e2e/support/people";
import { fillBoard, lengthenFlow, placeOf, widenForm } from "./large";
import { Meter } from "./meter";

/** The designers with as much in them as they are asked to bear: how long one takes to open, and what a frame of a drag costs. */
test.use({ story: "designers bench" });

const FIELDS = 200;
const STEPS = 150;
const TILES = 40;
const SLOWER = 4;
const OPEN_WANTED_MS = 1_500;
const FRAME_WANTED_MS = 10;
const MOVES = 240;
/** A hand in a hurry, for each frame. */
const STRIDE_PX = 16;

interface Designer {
  name: string;
  path: string;
  /** There when a person can begin. */
  ready: (page: Page) => Locator;
  /** What is taken by the hand. */
  grip: (page: Page) => Locator;
}

test("designers at their largest", async ({ appliance, enter, playwright }) => {
  test.setTimeout(600_000);
  await foundApart(playwright, appliance);
  const page = await enter(ADMIN);
  const { app, form, board } = await placeOf(page);
  await widenForm(page, form, FIELDS);
  await lengthenFlow(page, form, STEPS);
  await fillBoard(page, board, TILES);
  const palette = (word: string) =>
    page.getByRole("complementary", { name: "组件面板" }).getByRole("button", { name: word, exact: true });
  const designers: Designer[] = [
    {
      name: `form designer, ${FIELDS} fields`,
      path: `/apps/${app}/forms/${form}/design`,
      ready: () => page.getByRole("main").getByRole("button", { name: "设备编号", exact: true }),
      grip: () => palette("单行文本"),
    },
    {
      name: `flow designer, ${STEPS} steps`,
      path: `/apps/${app}/forms/${form}/flow`,
      ready: () => page.locator(".react-flow__nodes").getByRole("group").first(),
      grip: () => palette("审批"),
    },
    {
      name: `board designer, ${TILES} tiles`,
      path: `/apps/${app}/boards/${board}/design`,
      ready: () => page.getByRole("group", { name: /^处理中，/ }).first(),
      grip: () => palette("柱状图"),
    },
  ];
  const meter = await Meter.of(page);
  const lines = [];
  for (const designer of designers) {
    await open(page, meter, designer);
    const again = await open(page, meter, designer);
    const frame = await dragMs(page, meter, designer.grip(page));
    const opened = `open ${again.ms.toFixed(0)} ms at ${SLOWER} times slower (wanted: ${OPEN_WANTED_MS}), ${again.busy.toFixed(0)} of them the main thread`;
    lines.push(
      `${designer.name.padEnd(28)}${opened}; a frame of a drag ${frame.toFixed(2)} ms (wanted: ${FRAME_WANTED_MS})`,
    );
  }
  process.stdout.write(`\n${lines.join("\n")}\n`);
});

/** From the address to where a person can begin, with the program in the browser's cache. */
async function open(page: Page, meter: Meter, { path, ready }: Designer): Promise<{ ms: number; busy: number }> {
  await page.goto("/apps");
  await expect(page.getByRole("heading", { name: "应用" })).toBeVisible();
  await meter.slow(SLOWER);
  const began = Date.now();
  await page.goto(path, { waitUntil: "commit" });
  const busy = await meter.spent(() => ready(page).waitFor());
  const ms = Date.now() - began;
  await meter.slow(1);
  return { ms, busy };
}

/** Out of the palette and back and forth over the canvas: of the main thread, for each frame that was drawn. */
async function dragMs(page: Page, meter: Meter, grip: Locator): Promise<number> {
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move(600, 300, { steps: 4 });
  const frames = await countFrames(page);
  const spent = await meter.spent(async () => {
    for (let move = 0; move < MOVES; move += 1) {
      const [x, y] = [swing(move * STRIDE_PX, 400), swing(move * STRIDE_PX, 460)];
      await page.mouse.move(480 + x, 250 + y);
    }
  });
  const drawn = await frames.evaluate((counted) => counted.count);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return spent / drawn;
}

/** There and back again, over `wide` pixels. */
const swing = (way: number, wide: number) => wide - Math.abs(wide - (way % (2 * wide)));

/** A number that goes up with each frame from now on. */
function countFrames(page: Page) {
  return page.evaluateHandle(() => {
    const counted = { count: 0 };
    const next = () => {
      counted.count += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return counted;
  });
}
