import type { Locator, Page, Route } from "@playwright/test";
import { openApp } from "./support/app";
import { openDesigner } from "./support/designer";
import { FormDesigner } from "./support/form_designer";
import { foundApart } from "./support/founding";
import { allowEdits } from "./support/grid";
import { expect, test } from "./support/house";
import { chooseFromMenu } from "./support/menu";

/** What a designer of forms sees of a field, on the sheet and beside it: width, tools, rules in words, kinds, formulas. */
test.describe.configure({ mode: "serial" });
test.use({ story: "forms", permissions: ["clipboard-read", "clipboard-write"] });

test.beforeAll(({ playwright, appliance }) => foundApart(playwright, appliance));

const item = (page: Page, field: string): Locator => page.locator(`[data-item=${field}]`);

const edge = (page: Page, field: string): Locator => item(page, field).getByRole("slider", { name: "宽度" });

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error("it is drawn");
  return box;
}

/** Of the row it stands in. */
async function shareOf(page: Page, field: string): Promise<number> {
  const own = await boxOf(item(page, field));
  return own.width / (await boxOf(item(page, field).locator(".."))).width;
}

const choose = async (page: Page, form: FormDesigner, kind: string) => {
  await form.inspector.getByLabel("类型", { exact: true }).click();
  await page.getByTitle(kind, { exact: true }).click();
};

test("an edge is drawn to the usual widths and says how wide it is, keys and presets say the same", async ({
  page,
}) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("联系电话").hover();
  const handle = edge(page, "phone");
  const grip = await boxOf(handle);
  const column = ((await boxOf(item(page, "phone").locator(".."))).width + 8) / 12;
  const y = grip.y + grip.height / 2;
  const readout = item(page, "phone").getByText(/^\d+\/\d+$/);
  await expect(readout).toBeHidden();
  await page.mouse.move(grip.x + 5, y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5 - 1.4 * column, y, { steps: 3 });
  await expect(readout).toHaveText("1/3");
  await page.mouse.move(grip.x + 5 - column, y, { steps: 2 });
  await expect(readout).toHaveText("5/12");
  await page.mouse.move(grip.x + 5 - 2.2 * column, y, { steps: 2 });
  await page.mouse.up();
  await expect(handle).toHaveAttribute("aria-valuetext", "1/3");
  await expect(readout).toBeHidden();
  expect(await shareOf(page, "phone")).toBeCloseTo(1 / 3, 1);

  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("宽度 5/12", { exact: true })).toBeAttached();
  await page.keyboard.press("PageUp");
  await expect(handle).toHaveAttribute("aria-valuetext", "1/2");
  await page.keyboard.press("End");
  await expect(page.getByText("宽度 1/1", { exact: true })).toBeAttached();
  expect(await shareOf(page, "phone")).toBeCloseTo(1, 1);

  await form.field("联系电话").click();
  await form.inspector.getByText("1/4", { exact: true }).click();
  await expect(handle).toHaveAttribute("aria-valuetext", "1/4");
  await form.field("设备").click();
  await form.inspector.getByText("3", { exact: true }).click();
  for (const field of ["number", "phone"]) await expect(edge(page, field)).toHaveAttribute("aria-valuetext", "1/3");
  await form.inspector.getByText("2", { exact: true }).click();
  for (const field of ["number", "phone"]) await expect(edge(page, field)).toHaveAttribute("aria-valuetext", "1/2");
  await form.saved();
});

test("a field under the pointer has its tools, and one that is selected keeps them", async ({ page }) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  const phone = item(page, "phone");
  const tool = (name: string | RegExp) => phone.getByRole("button", { name });
  await expect(tool("复制一份")).toBeHidden();
  await form.field("联系电话").hover();
  for (const name of ["拖动 联系电话", "复制一份", "必填", "移动到…", "删除"]) await expect(tool(name)).toBeVisible();

  await tool("必填").click();
  await expect(phone.getByRole("img", { name: "必填" })).toBeVisible();
  await expect(form.inspector.getByRole("heading", { name: "联系电话" })).toBeVisible();
  await page.mouse.move(10, 10);
  await tool("宽度 1/2").click();
  await chooseFromMenu(page, "2/3");
  await expect(edge(page, "phone")).toHaveAttribute("aria-valuetext", "2/3");

  await tool("复制一份").click();
  await expect(form.inspector.getByRole("heading", { name: "联系电话 2" })).toBeVisible();
  const copy = item(page, "phone_2");
  const grip = await boxOf(copy.getByRole("button", { name: "拖动 联系电话 2" }));
  const first = await boxOf(item(page, "number"));
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(first.x + 40, first.y + 30, { steps: 4 });
  await page.mouse.move(first.x + 6, first.y + first.height / 2, { steps: 2 });
  await page.mouse.up();
  await expect(page.locator("[data-item]").first()).toHaveAttribute("data-item", "phone_2");
  await copy.getByRole("button", { name: /^拖动/ }).press("ArrowDown");
  await expect(page.getByText("联系电话 2 移到“设备”的第 2 个，共 6 个")).toBeAttached();
  await copy.getByRole("button", { name: "删除" }).click();
  await expect(copy).toHaveCount(0);
});

test("another kind takes away what it cannot have and says so, with the records that lose their value", async ({
  page,
}) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("联系电话").click();
  const kind = form.inspector.locator("[data-property=kind]");
  const unique = form.inspector.getByRole("switch", { name: "不允许重复" });
  await unique.click();
  await choose(page, form, "多行文本");
  await expect(kind).toContainText("已经去掉：不允许重复、格式。");
  await expect(kind).toContainText(/\d+ 条记录填了这个字段，换成这个类型后都会保留/);
  await form.undo.click();
  await expect(unique).toBeChecked();
  await expect(kind).not.toContainText("已经去掉");
  await choose(page, form, "下拉选择");
  await expect(kind).toContainText("已经去掉：不允许重复、最多字数、格式。");
  await expect(kind).toContainText(/\d+ 条记录中已填的值将读不出来/);
  await expect(unique).toHaveCount(0);
  await form.saved();

  await page.getByRole("button", { name: "发布" }).click();
  const dialog = page.getByRole("dialog", { name: /发布/ });
  await expect(dialog.getByText(/^联系电话：.*类型（\d+ 条记录中已填的值将读不出来）/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /发\s?布/ })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await form.field("备件费用").click();
  const id = form.inspector.getByText("parts_cost");
  await id.getByRole("button").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("parts_cost");
});

test("the sheet says conditions in words, and a circle of them names its fields and leads to the first", async ({
  page,
}) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  const photos = item(page, "photos");
  await expect(photos.getByText("严重程度 = 严重")).toBeVisible();
  await expect(photos.getByRole("img", { name: "当 严重程度 = 严重 时必填" })).toBeVisible();
  await expect(item(page, "impact").getByRole("img", { name: "当 是否停机 时显示" })).toBeVisible();

  await form.field("备件费用").click();
  const row = form.inspector.locator("[data-property=visible_if]");
  await row.getByRole("button", { name: "添加显示条件" }).click();
  await row.getByRole("button", { name: "写公式" }).click();
  await row.getByRole("textbox").click();
  await page.keyboard.type("total_cost > 100");
  await expect(item(page, "parts_cost").getByRole("img", { name: "当 总费用 > 100 时显示" })).toBeVisible();
  await form.saved();
  await form.field("车间").click();
  await page.getByRole("button", { name: /^问题（[1-9]/ }).click();
  const circle = page.getByRole("region", { name: "问题" }).getByText(/循环：备件费用 → 总费用 → 备件费用$/);
  await circle.click();
  await expect(form.inspector.getByRole("heading", { name: "备件费用" })).toBeVisible();
  await expect(row.locator(":focus")).toBeVisible();
  await expect(row).toContainText("循环：备件费用 → 总费用 → 备件费用");
  await row.getByRole("button", { name: "恢复默认" }).click();
  await form.saved();
});

test("what is typed before the formula's editor has come stays in order", async ({ page }) => {
  await page.route(/FormulaEditor/, async (route) => {
    await page.waitForTimeout(300);
    await route.continue();
  });
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("备件费用").click();
  const row = form.inspector.locator("[data-property=visible_if]");
  await row.getByRole("button", { name: "添加显示条件" }).click();
  await row.getByRole("button", { name: "写公式" }).click();
  await row.getByRole("textbox").click();
  await page.keyboard.type("labour_hours > 100", { delay: 40 });
  await expect(row.locator(".cm-content")).toBeFocused();
  await expect(row.locator(".cm-content")).toHaveText("维修工时 > 100");
  await row.getByRole("button", { name: "恢复默认" }).click();
  await form.saved();
});

test("a formula completes names, underlines what is wrong, and says what it gives for samples", async ({ page }) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("总费用").click();
  const row = form.inspector.locator("[data-property=formula]");
  const sample = row.getByRole("status");
  await expect(sample).toHaveText("例如 维修工时 10 小时、备件费用 ¥100.00，得到 900");
  await row.getByRole("textbox").click();
  await expect(row.locator(".cm-editor")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("备件");
  await page.getByRole("option", { name: /备件费用/ }).click();
  await page.keyboard.type(" * 3");
  await expect(sample).toHaveText("例如 备件费用 ¥100.00，得到 300");
  await page.keyboard.type(" +");
  await expect(row.locator(".cm-lintRange-error")).toBeVisible();
  await expect(row).toContainText("这里缺少内容");
  await expect(sample).toHaveCount(0);
  await page.keyboard.type(" 1");
  await expect(sample).toHaveText("例如 备件费用 ¥100.00，得到 301");

  await row.getByRole("button", { name: "换值试算" }).click();
  await row.getByRole("spinbutton").fill("20");
  await expect(sample).toHaveText("得到：61");
  await form.field("备件费用").click();
  await form.field("总费用").click();
  await expect(sample).toHaveText("例如 备件费用 ¥20.00，得到 61");
});

test("permissions are set for a whole step or a whole field, and come from a flow that is still to be drawn", async ({
  page,
}) => {
  await openDesigner(page, "设计表单");
  await page.getByRole("button", { name: "字段权限" }).click();
  const table = page.getByRole("dialog", { name: "字段权限" });
  const cell = (field: string, step: string) => table.getByRole("combobox", { name: `${field}：在“${step}”` });
  await table.getByRole("combobox", { name: "“验收”：所有字段设为" }).selectOption("必填");
  await expect(cell("车间", "验收")).toHaveValue("required");
  await expect(cell("单号", "验收")).toHaveValue("read");
  await table.getByRole("combobox", { name: "车间：所有步骤设为" }).selectOption("隐藏");
  for (const step of ["报修", "派单", "验收"]) await expect(cell("车间", step)).toHaveValue("hidden");
  await expect(cell("故障原因", "验收")).toHaveValue("required");
  await table.getByRole("button", { name: "保存到流程草稿" }).click();
  await expect(page.getByText("已保存到流程草稿，发布流程后生效")).toBeVisible();
  await expect(item(page, "site").getByRole("img", { name: "流程的每一步都隐藏" })).toBeVisible();

  await openApp(page, "设备报修");
  await page.getByRole("button", { name: "新建表单" }).first().click();
  await page.getByLabel("表单名称").fill("点检");
  await page.getByRole("button", { name: "开始设计" }).click();
  await page.getByRole("button", { name: "字段权限" }).click();
  await expect(table).toContainText("字段权限来自流程");
  await table.getByRole("link", { name: "设计流程" }).click();
  await expect(page).toHaveURL(/\/flow$/);
});

test("two people set permissions at once: what the second one set stands on top of what the first one saved", async ({
  open,
  appliance,
}) => {
  const openTable = async () => {
    const page = await open();
    await openDesigner(page, "设计表单");
    await page.getByRole("button", { name: "字段权限" }).click();
    return { page, table: page.getByRole("dialog", { name: "字段权限" }) };
  };
  const [first, second] = [await openTable(), await openTable()];
  const set = ({ table }: typeof first, field: string, access: string) =>
    table.getByRole("combobox", { name: `${field}：在“派单”` }).selectOption(access);
  const save = ({ table }: typeof first) => table.getByRole("button", { name: "保存到流程草稿" }).click();
  await set(first, "联系电话", "隐藏");
  await set(second, "备件费用", "隐藏");
  await save(first);
  await expect(first.table).toBeHidden();
  await save(second);
  await expect(second.page.getByText("加上您的改动")).toBeVisible();
  for (const field of ["联系电话", "备件费用"]) {
    await expect(second.table.getByRole("combobox", { name: `${field}：在“派单”` })).toHaveValue("hidden");
  }
  await save(second);
  await expect(second.table).toBeHidden();

  await allowEdits(first.page.request, appliance.url);
  const limit = async ({ table }: typeof first, field: string) => {
    await table.getByRole("combobox", { name: `${field}：对“记录维护”` }).selectOption("只读");
    await expect(table.getByText(/^已保存 \d/)).toBeVisible();
  };
  for (const { page, table } of [first, second]) {
    await page.reload();
    await page.getByRole("button", { name: "字段权限" }).click();
    await table.getByText("按角色", { exact: true }).click();
  }
  // The first one's goes in while the second one's is on its way.
  const between = async (route: Route) => {
    await limit(first, "联系电话");
    await route.continue();
  };
  await second.page.route("**/api/v1/roles/*", between, { times: 1 });
  await limit(second, "备件费用");
  await expect(second.page.getByText("对方的改动和您的都已保存")).toBeVisible();
  for (const field of ["联系电话", "备件费用"]) {
    await expect(second.table.getByRole("combobox", { name: `${field}：对“记录维护”` })).toHaveValue("read");
  }
});
