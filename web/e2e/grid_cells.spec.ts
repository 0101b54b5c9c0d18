import type { Page } from "@playwright/test";
import { foundApart } from "./support/founding";
import { allowEdits, cell, looked, paste, report } from "./support/grid";
import { expect, test } from "./support/house";
import { ADMIN } from "./support/people";

/** Cells by key, by handle and by the thousand, and what becomes of those that cannot be saved. */
test.describe.configure({ mode: "serial" });
test.use({ story: "grid, cell by cell" });

let list = "";

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance, async (request) => {
    list = await allowEdits(request, appliance.url);
  });
});

const editor = (page: Page) => page.getByRole("grid").getByRole("textbox");

async function write(page: Page, text: string, key: string): Promise<void> {
  await editor(page).fill(text);
  await page.keyboard.press(key);
}

test("Tab goes from an open cell to the next that can be written, and leaves the grid from a closed one", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  await cell(page, 0, "equipment").click();
  await page.keyboard.press("F2");
  await write(page, "TAB-1", "Tab");
  // A choice is the next: its list takes the focus, and Tab goes on from it.
  await expect(cell(page, 0, "site")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Tab");
  await expect(cell(page, 0, "labour_hours")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, 0, "equipment")).toHaveAttribute("data-at", "true");
  await expect(editor(page)).toHaveValue("TAB-1");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, "equipment").locator('[data-state="ok"]')).toBeAttached();
  // At the end of a line it goes on in the next one, over what the flow decides.
  await cell(page, 0, "parts_cost").dblclick();
  await page.keyboard.press("Tab");
  await expect(cell(page, 1, "equipment")).toHaveAttribute("data-at", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("grid")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("grid")).not.toBeFocused();
});

test("a cell that was not saved says so until it is, and outlives the rows of the list", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  const hours = cell(page, 0, "labour_hours");
  const before = (await hours.textContent()) ?? "";
  await page.route("**/api/v1/orders/*/edit", (route) =>
    route.fulfill({
      status: 422,
      contentType: "application/json",
      body: JSON.stringify({ code: "invalid", title: "不行" }),
    }),
  );
  await hours.dblclick();
  await page.getByRole("grid").getByRole("spinbutton").fill("12.5");
  await page.keyboard.press("Enter");
  await expect(hours.locator('[data-state="error"]')).toBeAttached();
  await expect(hours).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(/“维修工时”没有保存为“12.5/)).toBeVisible();
  // Nothing passes this search: the grid goes, the trouble stays.
  await page.getByRole("textbox", { name: "搜索记录" }).fill("没有这样的记录");
  await expect(page.getByText("此条件下没有记录")).toBeVisible();
  await expect(page.getByText(/“维修工时”没有保存为“12.5/)).toBeVisible();
  await page.unroute("**/api/v1/orders/*/edit");
  await page.getByRole("button", { name: "重试" }).click();
  await expect(page.getByText(/“维修工时”没有保存/)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销 1 个单元格")).toBeVisible();
  await page.getByRole("textbox", { name: "搜索记录" }).fill("");
  await expect(hours).toHaveText(before);
});

test("the handle goes on with a series and repeats the rest; Ctrl turns that around", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(list);
  await cell(page, 0, "equipment").click();
  await paste(page, "F-01\r\nF-02\r\n");
  await page.getByRole("dialog").getByRole("button", { name: "保存 2 个单元格" }).click();
  await expect(cell(page, 1, "equipment")).toHaveText("F-02");
  const drag = async (key?: string) => {
    await cell(page, 0, "equipment").click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.locator("[data-handle]").hover();
    if (key) await page.keyboard.down(key);
    await page.mouse.down();
    await cell(page, 4, "equipment").hover({ force: true });
    await page.mouse.up();
    if (key) await page.keyboard.up(key);
  };
  await drag();
  await expect(cell(page, 2, "equipment")).toHaveText("F-03");
  await expect(cell(page, 4, "equipment")).toHaveText("F-05");
  await drag("Control");
  await expect(cell(page, 2, "equipment")).toHaveText("F-01");
  await expect(cell(page, 4, "equipment")).toHaveText("F-01");
});

/** Twenty columns, of which the flow and the server decide most. */
const WIDE = [
  ..."title state node handler initiator department created_at submitted_at updated_at ended_at duration".split(" "),
  ..."work_done labour_hours parts_cost description number down_hours total_cost photos report"
    .split(" ")
    .map((field) => ({ field })),
];

test("ten thousand cells are pasted with their progress, and not one line more", async ({ enter }) => {
  const page = await enter(ADMIN);
  await report(page, list, 505);
  const filters = [{ column: { field: "equipment" }, test: { op: "is", value: "FAR-1" } }];
  await page.goto(looked(list, { filters, columns: WIDE }));
  await expect(page.locator("#cell-0-0")).not.toBeEmpty();
  await page.locator("#cell-0-1").click();
  await page.keyboard.press("Home");
  const line = (at: number) => WIDE.map((column) => (column === WIDE[12] ? String(at % 90) : "")).join("\t");
  const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at + 1)).join("\r\n");
  await paste(page, lines(501));
  await expect(page.getByText("选中了 10,020 个单元格，一次最多 10,000 个")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await paste(page, lines(500));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^保存 / }).click();
  await expect(dialog.getByRole("progressbar", { name: "正在保存单元格" })).toBeVisible();
  await expect(page.getByText(/^已保存 \d+ 个单元格$/)).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+Home");
  await expect(page.locator("#cell-0-12")).toHaveText("1 小时");
});
