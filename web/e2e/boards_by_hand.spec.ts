import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { BoardDesigner } from "./support/board_designer";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN } from "./support/people";

/** What is done to a board with the hand and by single keys. */
test.use({ story: "boards by hand" });

/** The ready-made one. */
async function boardOf(request: APIRequestContext, url: string): Promise<string> {
  const headers = { "X-Tessera": "1", Origin: url };
  await request.post("/api/v1/session", { headers, data: { login: ADMIN.login, password: ADMIN.password } });
  const [app] = await (await request.get("/api/v1/apps")).json();
  return `/apps/${app.id}/boards/${app.boards[0].id}`;
}

/** Of the grid, in pixels: between tiles, and from one row to the next. */
const GAP = 16;
const ROW = 56 + GAP;

/** Names of tiles that stand over each other. */
function overlaps(tiles: Element[]): string[] {
  const boxes = tiles.map((tile) => ({ name: tile.ariaLabel, box: tile.getBoundingClientRect() }));
  return boxes.flatMap(({ name, box: a }, at) =>
    boxes
      .slice(at + 1)
      .filter(({ box: b }) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((other) => `${name} / ${other.name}`),
  );
}

const tile = (page: Page, title: string) => page.getByRole("region", { name: title });
const drawn = (page: Page, title: string) => page.getByRole("group", { name: new RegExp(`^${title}，`) });

/** Taken in the middle of one thing, or beside it, and let go somewhere else. */
async function carry(page: Page, from: Locator, by: { x: number; y: number }, grab = { x: 0, y: 0 }): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error("there is nothing to take");
  const [x, y] = [box.x + box.width / 2 + grab.x, box.y + box.height / 2 + grab.y];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2, { steps: 3 });
  await page.mouse.move(x + by.x, y + by.y, { steps: 3 });
  // What is carried looks once a frame at what lies under it.
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  await page.mouse.up();
}

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance);
});

test("fields are carried into every row that takes them, and into no other", async ({ appliance, enter, request }) => {
  const page = await enter(ADMIN);
  // So high that every field and every row is in sight.
  await page.setViewportSize({ width: 1440, height: 1500 });
  await page.goto(`${await boardOf(request, appliance.url)}/design`);
  const { inspector } = new BoardDesigner(page);
  await drawn(page, "状态分布").focus();
  await page.keyboard.press("Enter");
  await inspector.getByRole("button", { name: "堆叠柱" }).click();
  await page.getByRole("button", { name: "基本", exact: true }).click();
  const well = (name: string) => inspector.locator(`[data-property="${name}"]`);
  const pour = async (field: string, name: string) => {
    const chip = inspector.getByRole("list", { name: "字段" }).getByRole("button", { name: field, exact: true });
    await chip.scrollIntoViewIfNeeded();
    const [from, to] = [await chip.boundingBox(), await well(name).boundingBox()];
    if (!from || !to) throw new Error(`${field} or ${name} is not there`);
    const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    await carry(page, chip, { x: to.x + 60 - middle.x, y: to.y + Math.min(30, to.height - 6) - middle.y });
  };
  await pour("车间", "split");
  await expect(well("split")).toContainText("车间");
  await pour("更新时间", "period");
  await expect(well("period")).toContainText("近 90 天");
  await expect(inspector.getByText("更新时间", { exact: true }).last()).toBeVisible();
  await pour("严重程度", "filters");
  await expect(well("filters")).toContainText("严重程度");
  await pour("备件费用", "tooltip");
  await expect(well("tooltip")).toContainText("合计");
  await expect(well("tooltip")).toContainText("备件费用");
  await pour("备件费用", "split");
  await expect(well("split")).toContainText("车间");
});

test("a chart is carried by its head and drawn larger by its edges; the others make room", async ({
  appliance,
  enter,
  request,
}) => {
  const page = await enter(ADMIN);
  await page.goto(`${await boardOf(request, appliance.url)}/design`);
  await drawn(page, "状态分布").focus();
  await page.keyboard.press("Enter");
  const states = drawn(page, "状态分布");
  const cell = page.locator(".react-grid-item").filter({ has: states });
  const grid = await page.locator(".react-grid-layout").boundingBox();
  const column = ((grid?.width ?? 0) + GAP) / 12;
  await carry(page, cell.locator(".react-resizable-handle-e"), { x: 2 * column, y: 0 });
  await expect(states).toHaveAccessibleName(/宽 6，高 4$/);
  await carry(page, cell.locator(".react-resizable-handle-s"), { x: 0, y: 2 * ROW });
  await expect(states).toHaveAccessibleName(/宽 6，高 6$/);
  await carry(page, states.getByRole("heading"), { x: 4 * column, y: 0 });
  await expect(states).toHaveAccessibleName(/第 5 列，.*宽 6，高 6$/);
  expect(await page.locator("[data-tile]").evaluateAll(overlaps)).toEqual([]);
  await expect(page.getByRole("button", { name: "撤销：移动图表" })).toBeEnabled();
});

test("a chart is duplicated by Ctrl+D, and Esc takes the selection off", async ({ appliance, enter, request }) => {
  const page = await enter(ADMIN);
  await page.goto(`${await boardOf(request, appliance.url)}/design`);
  await drawn(page, "满意度").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+d");
  await expect(drawn(page, "满意度")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "撤销：复制“满意度”" })).toBeEnabled();
  await expect(page.locator('[data-tile][aria-current="true"]')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator('[data-tile][aria-current="true"]')).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(drawn(page, "满意度")).toHaveCount(1);
});

test("r asks anew, v fills the screen and Esc gives it back", async ({ appliance, enter, request }) => {
  const page = await enter(ADMIN);
  await page.goto(await boardOf(request, appliance.url));
  await expect(tile(page, "状态分布").getByRole("img", { name: /^状态分布：/ })).toBeVisible();
  await page.getByRole("heading", { name: "维修看板" }).hover();
  const asked = page.waitForRequest((one) => one.url().endsWith("/api/v1/tiles"));
  await page.keyboard.press("r");
  await asked;
  const rail = page.getByRole("navigation").first();
  await expect(rail).toBeInViewport();
  await page.keyboard.press("v");
  await expect(page.getByRole("button", { name: "退出全屏" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "全屏", exact: true })).toBeVisible();
});

test("a chart that cannot be counted says so and is tried again; one without anything offers to clear the filters", async ({
  appliance,
  enter,
  request,
}) => {
  const page = await enter(ADMIN);
  const board = await boardOf(request, appliance.url);
  const refuse = (status: number) =>
    page.route("**/api/v1/tiles", (route) => route.fulfill({ status, json: { code: "broken" } }));
  await refuse(422);
  await page.goto(board);
  const states = tile(page, "状态分布");
  const picture = states.getByRole("img", { name: /^状态分布：/ });
  await expect(states.getByRole("alert")).toBeVisible();
  await page.unrouteAll();
  await states.getByRole("button", { name: "重试" }).click();
  await expect(picture).toBeVisible();

  await refuse(422);
  await page.keyboard.press("r");
  const old = states.getByRole("status").filter({ hasText: "未能刷新" });
  await expect(old).toBeVisible();
  await expect(picture).toBeVisible();
  await page.unrouteAll();
  await old.getByRole("button", { name: "重试" }).click();
  await expect(old).toHaveCount(0);
  await refuse(403);
  await page.keyboard.press("r");
  await expect(states.getByRole("alert")).toContainText("没有权限");
  await expect(picture).toHaveCount(0);
  await page.unrouteAll();

  const nobody = encodeURIComponent(JSON.stringify(["00000000-0000-7000-8000-000000000000"]));
  await page.goto(`${board}?dept=${nobody}`);
  await expect(states.getByText("此条件下没有数据")).toBeVisible();
  await states.getByRole("button", { name: "清除筛选" }).click();
  await expect(page).not.toHaveURL(/dept=/);
  await expect(picture).toBeVisible();
});
