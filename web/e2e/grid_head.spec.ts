import { foundApart } from "./support/founding";
import { allowEdits, cell, looked, report } from "./support/grid";
import { expect, test } from "./support/house";
import { chooseFromMenu, inAndOut } from "./support/menu";
import { ADMIN } from "./support/people";

/** What headings do, how a look is kept for oneself, and what stays in place. */
test.describe.configure({ mode: "serial" });
test.use({ story: "grid, from its headings" });

let list = "";

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance, async (request) => {
    list = await allowEdits(request, appliance.url);
  });
});

test("Shift sorts by several columns, and each says its rank", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(looked(list, { sort: [] }));
  const heading = (name: string) => page.getByRole("columnheader").filter({ hasText: name });
  await heading("车间").getByRole("button").first().click();
  await expect(heading("车间")).toHaveAttribute("aria-sort", "ascending");
  await heading("设备编号")
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await heading("设备编号")
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await expect(heading("设备编号")).toHaveAttribute("aria-sort", "descending");
  await expect(heading("车间")).toContainText("1");
  await expect(heading("设备编号")).toContainText("2");
  const rows = async () => {
    const [sites, names] = await Promise.all(
      ["site", "equipment"].map((column) =>
        Promise.all([0, 1, 2, 3, 4, 5].map((row) => cell(page, row, column).textContent())),
      ),
    );
    return (sites ?? []).map((site, at) => ({ site, name: names?.[at] ?? "" }));
  };
  await expect(async () => {
    const shown = await rows();
    const first = shown.filter(({ site }) => site === shown[0]?.site).map(({ name }) => name);
    expect(first.length).toBeGreaterThan(1);
    expect(first).toEqual([...first].sort().reverse());
  }).toPass();
});

test("a heading is dragged to another place", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  const headings = page.getByRole("columnheader");
  const boxOf = async (name: string) => {
    const box = await headings.filter({ hasText: name }).boundingBox();
    if (!box) throw new Error(`there is no heading ${name}`);
    return box;
  };
  const [from, to] = [await boxOf("车间"), await boxOf("备件费用")];
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y + 22, { steps: 4 });
  await page.mouse.move(to.x + to.width - 4, to.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(headings.last()).toContainText("车间");
  // The press that dragged sorted nothing.
  await expect(headings.last()).toHaveAttribute("aria-sort", "none");
});

test("a heading filters by its column, and the look is kept as a view of one's own", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  await page.getByRole("columnheader").filter({ hasText: "设备编号" }).hover();
  const menu = page.getByRole("button", { name: "“设备编号”列的操作" });
  await inAndOut(menu, page.getByRole("menuitem", { name: "按此列筛选" }));
  await menu.click();
  await chooseFromMenu(page, "按此列筛选");
  const operand = page.getByRole("tooltip").getByRole("textbox").last();
  await expect(operand).toBeFocused();
  // What comes above the list moves the button, and the panel with it.
  const topOf = async (role: "tooltip" | "button") =>
    (await page.getByRole(role, role === "button" ? { name: /^筛选/ } : {}).boundingBox())?.y ?? 0;
  const below = async () => Math.round((await topOf("tooltip")) - (await topOf("button")));
  const [stood, before] = [await topOf("button"), await below()];
  await page.getByRole("toolbar", { name: "记录工具栏" }).evaluate((bar) => bar.before(document.createElement("hr")));
  expect(await topOf("button")).toBeGreaterThan(stood);
  await expect.poll(below).toBe(before);
  await page.keyboard.type("CNC");
  await expect(page.getByText(/设备编号.*CNC/).first()).toBeVisible();
  await expect(cell(page, 0, "equipment")).toContainText("CNC");
  await page.keyboard.press("Escape");

  await page.getByRole("toolbar", { name: "记录工具栏" }).getByRole("button", { name: "更多" }).click();
  await chooseFromMenu(page, "另存为视图");
  await page.getByLabel("视图名称").fill("数控机床");
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await expect(page).toHaveURL(/view=/);
  const mine = page.url();
  await page.reload();
  await expect(page.getByText("数控机床", { exact: true }).first()).toBeVisible();
  await expect(cell(page, 0, "equipment")).toContainText("CNC");
  const { views } = await page.evaluate(async (address) => {
    const form = /forms\/([^?]+)/.exec(address)?.[1];
    return { views: await (await fetch(`/api/v1/forms/${form}/views`)).json() };
  }, mine);
  expect(views.find(({ name }: { name: string }) => name === "数控机床")?.owner).toBeTruthy();
});

test("heading, first column and totals stay in place, however far the cells are scrolled", async ({ enter }) => {
  const page = await enter(ADMIN);
  await report(page, list, 40);
  const arrangement = {
    frozen: 1,
    height: "normal",
    summed: true,
    totals: [],
    widths: ["state", "equipment", "site", "labour_hours"].map((name) => ({
      column: name === "state" ? name : { field: name },
      px: 500,
    })),
  };
  await page.goto(looked(list, { arrangement }));
  const grid = page.getByRole("grid");
  const total = page.getByRole("button", { name: /合计.*¥/ });
  await expect(cell(page, 0, "title")).not.toBeEmpty();
  await expect(total).toBeAttached();
  const box = await grid.boundingBox();
  const rows = Number(await grid.getAttribute("aria-rowcount"));
  await grid.evaluate((one) => one.scrollTo({ top: one.scrollHeight, left: one.scrollWidth }));
  const last = cell(page, rows - 3, "parts_cost");
  await expect(last).toBeInViewport();
  const [head, first, foot, row] = await Promise.all([
    page.getByRole("columnheader").first().boundingBox(),
    cell(page, rows - 3, "title").boundingBox(),
    total.boundingBox(),
    last.boundingBox(),
  ]);
  expect([Math.round((head?.y ?? 0) - (box?.y ?? 0)), Math.round((head?.x ?? 0) - (box?.x ?? 0))]).toEqual([1, 1]);
  expect(Math.round((first?.x ?? 0) - (box?.x ?? 0))).toBe(1);
  await expect(total).toBeInViewport({ ratio: 1 });
  // The last row ends over the totals, not under them.
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
  await expect(grid.getByRole("row").last()).toHaveAttribute("aria-rowindex", String(rows));
});
