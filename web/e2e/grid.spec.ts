import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Audit } from "./access/audit";
import { found } from "./support/founding";
import { allowEdits, COLLEAGUE, COLUMNS, cell, paste, report } from "./support/grid";
import { expect, test } from "./support/house";
import { chooseFromMenu } from "./support/menu";
import { ADMIN, givePasswords } from "./support/people";

/** The list of repairs as a sheet that people write in. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.use({ story: "grid" });

let list = "";

test("a cell is written where it stands, says that it is saved, and Ctrl+Z takes it back", async ({
  appliance,
  enter,
  request,
}) => {
  await found(request, appliance);
  list = await allowEdits(request, appliance.url);
  const page = await enter(ADMIN);
  await givePasswords(page, [COLLEAGUE]);
  await page.goto(list);
  const equipment = cell(page, 0, "equipment");
  const before = (await equipment.textContent()) ?? "";
  await equipment.click();
  await page.keyboard.press("F2");
  await page.getByRole("grid").getByRole("textbox").fill("GRID-1");
  await page.keyboard.press("Enter");
  await expect(equipment.locator('[data-state="ok"]')).toBeAttached();
  await expect(cell(page, 1, "equipment")).toHaveAttribute("data-at", "true");
  await expect(cell(page, 0, "title")).toContainText("GRID-1");
  await page.keyboard.press("Control+z");
  await expect(equipment).toHaveText(before);
  await cell(page, 0, "state").dblclick();
  await expect(page.getByText("由流程产生，不能直接修改")).toBeVisible();
});

test("whoever is second learns who was first and when, and decides", async ({ enter }) => {
  const first = await enter(COLLEAGUE);
  const second = await enter(ADMIN);
  await first.goto(list);
  await second.goto(list);
  await cell(second, 1, "equipment").dblclick();
  await second.getByRole("grid").getByRole("textbox").fill("SECOND");
  await cell(first, 1, "equipment").dblclick();
  await first.getByRole("grid").getByRole("textbox").fill("FIRST");
  await first.keyboard.press("Enter");
  await expect(cell(first, 1, "equipment").locator('[data-state="ok"]')).toBeAttached();
  await second.keyboard.press("Enter");
  await expect(second.getByText(/沈可 .*把“设备编号”改成了“FIRST”，您填的是“SECOND”/)).toBeVisible();
  await second.getByRole("button", { name: "用我的" }).click();
  await expect(cell(first, 1, "equipment")).toHaveText("SECOND");
});

test("a paste is shown before it is saved: what changes, what cannot, and why", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  await cell(page, 0, "equipment").click();
  await paste(page, "P-1\t仓库\t99.5\t¥ 1,200\r\nP-2\t火星\tabc\t12\r\n");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("不能修改 2")).toBeVisible();
  await expect(dialog.getByText("选项不存在")).toBeVisible();
  await expect(dialog.getByText("不是数字")).toBeVisible();
  await dialog.getByRole("button", { name: "保存 6 个单元格" }).click();
  await expect(page.getByText("已保存 6 个单元格")).toBeVisible();
  await expect(cell(page, 0, "parts_cost")).toHaveText("¥1,200.00");
  await expect(cell(page, 1, "equipment")).toHaveText("P-2");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(cell(page, 1, "equipment")).toHaveText("SECOND");
});

test("what is shown is taken away as a file, and the tray says how many rows it has", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  const first = (await cell(page, 0, "title").textContent()) ?? "";
  await page.getByRole("button", { name: "导出" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /csv/ }).first().click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const [heads = "", line = "", ...rest] = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(heads.split(",")).toHaveLength(COLUMNS.length);
  expect(line).toContain(first);
  const tray = page.getByRole("region", { name: "进行中的任务" });
  await expect(tray.getByText(`已导出 ${rest.length + 1} 条记录`)).toBeVisible();
  await tray.getByRole("button", { name: /^关闭/ }).click();
  await expect(tray).toBeHidden();
});

test("the handle and Ctrl+D fill on, and a copy carries text and table", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(list);
  const source = (await cell(page, 0, "equipment").textContent()) ?? "";
  await cell(page, 0, "equipment").click();
  await page.locator("[data-handle]").hover();
  await page.mouse.down();
  await cell(page, 2, "equipment").hover({ force: true });
  await page.mouse.up();
  await expect(cell(page, 2, "equipment")).toHaveText(source);
  await cell(page, 3, "equipment").click();
  await page.keyboard.press("Control+d");
  await expect(cell(page, 3, "equipment")).toHaveText(source);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("已复制 2 个单元格")).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all((item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()]));
  });
  const kinds = Object.fromEntries(copied);
  expect(kinds["text/plain"]).toContain(`${source}\t`);
  expect(kinds["text/html"]).toContain(`>${source}</td>`);
});

test("columns are pinned, moved, resized and hidden, rows made higher and summed; a shared view keeps it all", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  const headings = page.getByRole("columnheader");
  await headings.filter({ hasText: "设备编号" }).hover();
  await page.getByRole("button", { name: "“设备编号”列的操作" }).click();
  await chooseFromMenu(page, "固定在左侧");
  await expect(headings.nth(1)).toHaveText(/设备编号/);
  await expect(headings.nth(1)).toHaveAttribute("data-frozen", "last");
  await headings.filter({ hasText: "车间" }).getByRole("button").first().press("Alt+ArrowRight");
  await expect(headings.nth(4)).toHaveText(/车间/);
  await headings.filter({ hasText: "车间" }).hover();
  await page.getByRole("button", { name: "“车间”列的操作" }).click();
  await chooseFromMenu(page, "隐藏此列");
  await expect(headings).toHaveCount(5);
  await page.getByRole("button", { name: "行", exact: true }).click();
  await page.getByRole("switch", { name: "显示汇总行" }).click();
  await page.getByText("宽松").click();
  await expect(page.getByRole("grid")).toHaveAttribute("data-height", "roomy");
  await expect(page.getByRole("button", { name: /合计.*¥/ })).toBeVisible();
  await page.keyboard.press("Escape");
  const heading = headings.filter({ hasText: "设备编号" });
  const before = await heading.boundingBox();
  if (!before) throw new Error("there is no heading to widen");
  await page.mouse.move(before.x + before.width - 3, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 57, before.y + 20, { steps: 3 });
  await page.mouse.up();
  const widthOf = async (one: typeof heading) => Math.round((await one.boundingBox())?.width ?? 0);
  const wide = await widthOf(heading);
  expect(wide).toBeGreaterThan(before.width + 50);

  await page.getByRole("toolbar", { name: "记录工具栏" }).getByRole("button", { name: "更多" }).click();
  await chooseFromMenu(page, "另存为视图");
  await page.getByLabel("视图名称").fill("备件费用");
  await page.getByRole("checkbox", { name: /所有能看到/ }).check();
  await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await expect(page).toHaveURL(/view=/);
  await expect(page).not.toHaveURL(/look=/);

  const colleague = await enter(COLLEAGUE);
  await colleague.goto(page.url());
  const theirs = colleague.getByRole("columnheader");
  await expect(theirs.nth(1)).toHaveText(/设备编号/);
  await expect(theirs.nth(1)).toHaveAttribute("data-frozen", "last");
  await expect(theirs).toHaveCount(5);
  expect(await widthOf(theirs.filter({ hasText: "设备编号" }))).toBe(wide);
  await expect(colleague.getByRole("grid")).toHaveAttribute("data-height", "roomy");
  await expect(colleague.getByRole("button", { name: /合计.*¥/ })).toBeVisible();

  await page.getByRole("button", { name: "行", exact: true }).click();
  await page.getByText("紧凑").click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "更新视图" }).click();
  await expect(page.getByRole("button", { name: "更新视图" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("grid")).toHaveAttribute("data-height", "compact");
});

/** Rows of a group stand under its heading; the headings say how many they are. */
const groups = (page: Page) => page.getByRole("grid").locator("[aria-colspan]");

test("keys walk and choose, a double click fits, groups stand together, and the open record keeps its place", async ({
  appliance,
  enter,
}) => {
  const page = await enter(ADMIN);
  const audit = new Audit(page, appliance.url);
  await page.goto(list);
  const last = await page
    .getByRole("grid")
    .getAttribute("aria-rowcount")
    .then((count) => Number(count) - 2);
  await cell(page, 0, "equipment").click();
  await page.keyboard.press("Control+End");
  await expect(cell(page, last, "parts_cost")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Home");
  await expect(cell(page, last, "title")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Control+Home");
  await expect(cell(page, 0, "title")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("End");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageUp");
  await expect(cell(page, 0, "parts_cost")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+Home");
  await expect(page.locator('[role=gridcell][data-chosen="true"]')).toHaveCount(2 * COLUMNS.length);

  const heading = page.getByRole("columnheader").filter({ hasText: "车间" });
  const width = async () => (await heading.boundingBox())?.width ?? 0;
  const before = await width();
  const box = await heading.boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + before - 3, (box?.y ?? 0) + 20);
  await expect.poll(width).not.toBe(before);

  await heading.hover();
  await page.getByRole("button", { name: "“车间”列的操作" }).click();
  await chooseFromMenu(page, "按此列分组");
  await expect(groups(page).first()).toHaveText(/^机加工车间\d+$/);
  const count = Number(/\d+$/.exec((await groups(page).first().textContent()) ?? "")?.[0]);
  for (const row of [0, count - 1]) await expect(cell(page, row, "site")).toHaveText("机加工车间");
  await expect(cell(page, count, "site")).not.toHaveText("机加工车间");
  await page.getByRole("button", { name: "收起“机加工车间”" }).click();
  await expect(groups(page).first()).not.toHaveText(/^机加工车间/);
  await page.getByRole("button", { name: "展开“机加工车间”" }).click();
  await expect(groups(page).first()).toHaveText(/^机加工车间\d+$/);
  expect(await audit.findings()).toEqual([]);

  await cell(page, 0, "title").locator("[data-opens]").click();
  await expect(page.getByText(/^第 1 \/ \d+ 条$/)).toBeVisible();
  await page.getByRole("button", { name: "下一条" }).click();
  await expect(page.getByText(/^第 2 \/ \d+ 条$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^第 2 \/ \d+ 条$/)).toHaveCount(0);
  await expect(cell(page, 1, "title")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, 2, "title")).toHaveAttribute("data-at", "true");
});

test("a phone shows cards in the same groups, and sorts and filters in a sheet", async ({ enter }) => {
  const page = await enter(ADMIN, "phone");
  await page.goto(list);
  const cards = page.getByRole("list", { name: "记录" });
  await expect(cards.getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("grid")).toHaveCount(0);
  await page.getByRole("button", { name: /^排序/ }).click();
  const sheet = page.getByRole("dialog", { name: "排序" });
  await sheet.getByRole("combobox", { name: "分组" }).click();
  await page.getByTitle("车间", { exact: true }).click();
  await page.goBack();
  await expect(sheet).toHaveCount(0);
  await expect(cards.getByRole("heading", { name: /^机加工车间/ })).toBeVisible();
  await page.getByRole("button", { name: /^筛选/ }).click();
  await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("any place of a long list is one request away, and a choice outlives the jump", async ({ enter }) => {
  const page = await enter(ADMIN);
  await report(page, list, 450);
  await page.goto(list);
  const grid = page.getByRole("grid");
  await expect(cell(page, 0, "title")).not.toBeEmpty();
  const last = Number(await grid.getAttribute("aria-rowcount")) - 2;
  expect(last).toBeGreaterThan(450);
  const asked: number[] = [];
  let answer = () => {};
  const answered = new Promise<void>((go) => {
    answer = go;
  });
  await page.route("**/forms/*/query", async (route) => {
    asked.push(route.request().postDataJSON().skip);
    await answered;
    await route.continue();
  });
  await cell(page, 0, "equipment").click();
  await page.keyboard.press("Control+End");
  // The rows are there before what stands in them is.
  await expect(cell(page, last, "parts_cost")).toHaveAttribute("data-at", "true");
  await expect(cell(page, last, "equipment")).toBeInViewport();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await expect(cell(page, last, "equipment")).toBeEmpty();
  answer();
  await expect(cell(page, last, "equipment")).toHaveText("FAR-1");
  expect(asked.filter((skip) => skip < last - 400)).toEqual([]);

  await page.keyboard.press("Control+Home");
  await expect(cell(page, 0, "title")).not.toBeEmpty();
  await page.keyboard.press("Shift+ArrowDown");
  const chosen = page.locator('[role=gridcell][data-chosen="true"]');
  await expect(chosen).toHaveCount(2);
  await grid.evaluate((box) => box.scrollTo({ top: box.scrollHeight / 2 }));
  await expect(chosen).toHaveCount(0);
  await grid.evaluate((box) => box.scrollTo({ top: 0 }));
  await expect(chosen).toHaveCount(2);
});
