import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page, Route } from "@playwright/test";
import { Audit } from "./access/audit";
import { BoardDesigner } from "./support/board_designer";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { chooseFromMenu } from "./support/menu";
import { printed } from "./support/paper";
import { ADMIN } from "./support/people";

/** A board as it is looked at and as it is designed. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
// Late in a month and in the middle of a week: there is something to count in this one and in the last.
test.use({ story: "boards", begins: Date.parse("2026-06-24T10:00:00+08:00") });

let board = "";
let second = "";
let list = "";

/** The ready-made board, and an empty one beside it. */
async function twoBoards(request: APIRequestContext, url: string): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: url };
  await request.post("/api/v1/session", { headers, data: { login: ADMIN.login, password: ADMIN.password } });
  const [app] = await (await request.get("/api/v1/apps")).json();
  const { id } = await (
    await request.post(`/api/v1/apps/${app.id}/boards`, { headers, data: { name: "第二块" } })
  ).json();
  list = `/apps/${app.id}/forms/${app.forms[0].id}`;
  board = `/apps/${app.id}/boards/${app.boards[0].id}`;
  second = `/apps/${app.id}/boards/${id}`;
}

const tile = (page: Page, title: string) => page.getByRole("region", { name: title });
const drawn = (page: Page, title: string) => page.getByRole("group", { name: new RegExp(`^${title}，`) });

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance);
});

test("keys act on the chart that is pointed at, filters stand in the address, and from the orders there is a way back", async ({
  appliance,
  enter,
  request,
}) => {
  await twoBoards(request, appliance.url);
  const page = await enter(ADMIN);
  await page.goto(board);
  const states = tile(page, "状态分布");
  await states.hover();
  await page.keyboard.press("i");
  await expect(states.getByRole("table", { name: "状态分布" })).toBeVisible();
  await page.keyboard.press("v");
  const large = page.getByRole("dialog", { name: "状态分布" });
  await expect(large.getByRole("table")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(large).toHaveCount(0);

  await page.getByRole("combobox", { name: "时间范围" }).click();
  await page.getByTitle("昨天", { exact: true }).click();
  await expect(page).toHaveURL(/span=yesterday/);
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(page).not.toHaveURL(/span=/);
  await page.getByRole("combobox", { name: "时间范围" }).click();
  await page.getByTitle("本月", { exact: true }).click();
  await expect(states.getByText(/^截至 /)).toBeVisible();

  await page.getByRole("switch", { name: "点击联动" }).click();
  await states.getByRole("button", { name: "已完成" }).click();
  const chip = page.getByRole("button", { name: "取消联动筛选：状态 等于 已完成" });
  await expect(tile(page, "处理中").getByLabel(/状态 等于 已完成/)).toBeVisible();
  await expect(states.getByRole("button", { name: "进行中" })).toBeVisible();
  await chip.click();
  await expect(chip).toHaveCount(0);
  await page.getByRole("switch", { name: "点击联动" }).click();

  await states.getByRole("button", { name: "已完成" }).click();
  await expect(page.getByText("维修看板 › 状态分布")).toBeVisible();
  await page.getByRole("link", { name: "返回" }).click();
  await expect(page).toHaveURL(/span=this_month/);

  await page.keyboard.press("e");
  await expect(page).toHaveURL(/design$/);
  const coach = page.getByRole("region", { name: "新手提示" });
  await expect(coach).toContainText("1 / 4");
  await coach.getByRole("button", { name: "下一条" }).click();
  await expect(coach).toContainText("中间就是看板");
  await page.reload();
  await expect(page.getByRole("complementary", { name: "组件面板" })).toBeVisible();
  await expect(coach).toBeHidden();
});

test("a chart is drawn every way with its own numbers, asked by dragging fields, moved by keys, and a problem leads to what is wrong", async ({
  appliance,
  enter,
}) => {
  const page = await enter(ADMIN);
  const report = new Audit(page, appliance.url);
  await page.goto(`${board}/design`);
  const designer = new BoardDesigner(page);
  await drawn(page, "状态分布").click();
  const ways = designer.inspector.getByRole("toolbar", { name: "图表类型" });
  await expect(ways.locator("canvas, svg").first()).toBeVisible();
  await ways.getByRole("button", { name: "柱状图" }).click();
  await expect(ways.getByRole("button", { name: "柱状图" })).toHaveAttribute("aria-pressed", "true");

  const fields = designer.inspector.getByRole("list", { name: "字段" });
  await fields.getByRole("button", { name: "车间" }).click();
  await expect(designer.inspector.locator('[data-property="dimension"]')).toContainText("车间");
  await fields.getByRole("button", { name: "备件费用" }).hover();
  await page.mouse.down();
  const well = await designer.inspector.locator('[data-property="measure"]').boundingBox();
  await page.mouse.move((well?.x ?? 0) + 60, (well?.y ?? 0) + 30, { steps: 4 });
  await page.mouse.up();
  await expect(designer.inspector.locator('[data-property="measure"]')).toContainText("合计");
  await expect(page.getByRole("img", { name: /^状态分布：.*车间”，¥/ }).first()).toBeAttached();

  expect(await report.findings()).toEqual([]);

  await drawn(page, "状态分布").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(drawn(page, "状态分布")).toHaveAccessibleName(/宽 3，/);
  await page.getByRole("button", { name: /^撤销：调整大小/ }).click();
  await expect(drawn(page, "状态分布")).toHaveAccessibleName(/宽 4，/);

  await designer.inspector.getByLabel("标题", { exact: true }).fill("");
  await page.getByRole("button", { name: "基本", exact: true }).click();
  await drawn(page, "处理中").click();
  await page.getByRole("button", { name: "问题（1）" }).click();
  await page.getByRole("region", { name: "问题" }).getByRole("listitem").getByRole("button").click();
  await expect(designer.inspector.getByLabel("标题", { exact: true })).toBeFocused();
  await page.keyboard.type("各状态");
  await expect(page.getByRole("button", { name: "问题（0）" })).toBeVisible();
  await designer.saved();
});

test("several charts are selected, changed together, cut and pasted on another board; a search adds one", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${board}/design`);
  await drawn(page, "各车间报修").click();
  await drawn(page, "满意度").click({ modifiers: ["Shift"] });
  await expect(new BoardDesigner(page).inspector.getByText("已选 2 个图表")).toBeVisible();
  await new BoardDesigner(page).choose("时间范围", "本月");
  await expect(page.getByRole("button", { name: "撤销：修改时间范围" })).toBeEnabled();
  await drawn(page, "满意度").focus();
  await page.keyboard.press("Control+x");
  await expect(drawn(page, "满意度")).toHaveCount(0);
  await page.getByRole("button", { name: "撤销：剪切 2 个图表" }).click();
  await expect(drawn(page, "满意度")).toBeVisible();
  await page.goto(`${second}/design`);
  await expect(page.getByText("这个看板还是空的")).toBeVisible();
  await page.getByRole("button", { name: /^处理效率/ }).click();
  const outline = page.getByRole("complementary", { name: "组件面板" });
  await outline.getByText("大纲", { exact: true }).click();
  const rows = outline.getByRole("list", { name: "看板上的图表" }).getByRole("button");
  await expect(rows).toHaveCount(8);
  const row = (name: string) => outline.getByRole("button", { name, exact: true });
  await row("在办工单").dragTo(row("平均处理时长"), {
    targetPosition: { x: 20, y: 1 },
  });
  await expect(rows.first()).toHaveText("在办工单");
  await page.getByText("手机", { exact: true }).click();
  await expect(page.getByRole("region", { name: "手机" }).getByRole("group").first()).toHaveAccessibleName(
    /^在办工单，/,
  );
  await page.getByText("电脑", { exact: true }).click();
  for (let times = 0; times < 2; times++) await page.keyboard.press("Control+z");
  await expect(page.getByText("这个看板还是空的")).toBeVisible();
  await page.keyboard.press("Control+v");
  await expect(drawn(page, "各车间报修")).toBeVisible();
  await expect(drawn(page, "满意度")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("phb");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group")).toHaveCount(3);
  await new BoardDesigner(page).saved();
});

test("what a board was is looked at, compared and taken again, and on a phone it stands as it was arranged", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  await page.goto(`${board}/design`);
  const designer = new BoardDesigner(page);
  await page.getByRole("button", { name: "历史版本" }).click();
  const versions = page.getByRole("dialog", { name: "历史版本" });
  await versions.getByLabel("给现在的看板留一句说明").fill("给领导看的");
  await versions.getByRole("button", { name: "保留版本" }).click();
  const kept = versions.getByRole("listitem").filter({ hasText: "给领导看的" });
  await expect(kept.getByText("当前")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(versions).toHaveCount(0);
  await drawn(page, "满意度").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await expect(drawn(page, "满意度")).toHaveCount(0);
  await designer.saved();
  await page.getByRole("button", { name: "历史版本" }).click();
  await kept.getByRole("button", { name: "比较", exact: true }).click();
  await expect(kept.getByText("移除 满意度")).toBeVisible();
  await kept.getByRole("button", { name: "查看" }).click();
  const shown = page.getByRole("dialog", { name: /^维修看板 · 版本/ });
  await expect(shown.getByRole("region", { name: "满意度" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shown).toHaveCount(0);
  await kept.getByRole("button", { name: "恢复" }).click();
  await expect(drawn(page, "满意度")).toBeVisible();
  await expect(page.getByRole("button", { name: /^撤销：恢复版本/ })).toBeEnabled();
  await designer.saved();

  await page.getByText("手机", { exact: true }).click();
  const lying = page.getByRole("region", { name: "手机" }).getByRole("group");
  const read = [0, 1, 2].map((at) => lying.nth(at).getByRole("heading").innerText());
  const [first = "", second = "", third = ""] = await Promise.all(read);
  await lying.first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(lying.nth(1)).toHaveAccessibleName(new RegExp(`^${first}，手机上第 2 个`));
  await expect(page.getByRole("button", { name: `撤销：在手机上移动“${first}”` })).toBeEnabled();
  await page.getByRole("button", { name: `在手机上隐藏“${third}”` }).click();
  await expect(page.getByText(`${third}（手机上不显示）`)).toBeVisible();
  await designer.saved();

  const phone = await enter(ADMIN, "phone");
  await phone.goto(board);
  const tiles = phone.getByRole("listitem").getByRole("region");
  await expect(tiles.first()).toHaveAccessibleName(second);
  await expect(tiles.nth(1)).toHaveAccessibleName(first);
  await expect(tile(phone, third)).toHaveCount(0);

  await page.getByRole("button", { name: "恢复自动布局" }).click();
  await expect(lying.first()).toHaveAccessibleName(new RegExp(`^${first}，`));
  await designer.saved();
});

test("whoever looks narrows a board by what its maker offers; the orders behind a chart and its files follow", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  await page.goto(`${board}/design`);
  const designer = new BoardDesigner(page);
  await designer.choose("可筛选的字段", "严重程度");
  await page.keyboard.press("Escape");
  await designer.saved();
  await page.goto(board);
  const shops = tile(page, "各车间报修");
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  const severity = page.getByRole("group", { name: "严重程度" });
  await severity.getByRole("combobox", { name: "值" }).click();
  await page.getByTitle("一般", { exact: true }).click();
  await page.keyboard.press("Escape");
  const chip = page.getByRole("button", { name: "取消筛选：严重程度 属于 一般" });
  await expect(chip.first()).toBeVisible();
  await expect(shops.getByLabel("筛选：严重程度 属于 一般")).toBeVisible();
  await expect(page).toHaveURL(/by=/);

  const take = async (what: string) => {
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "“各车间报修”的操作" }).click();
    await chooseFromMenu(page, what);
    return readFile(await (await file).path());
  };
  const lines = (await take("数据（CSV）")).toString().trim().split("\r\n");
  expect(lines[0]).toMatch(/车间,一般,工单数$/);
  expect(lines.at(-1)).toMatch(/^合计,,\d+$/);
  expect((await take("数据（Excel）")).subarray(0, 2).toString()).toBe("PK");
  expect((await take("图片（PNG）")).subarray(1, 4).toString()).toBe("PNG");

  const phone = await enter(ADMIN, "phone");
  await phone.goto(page.url());
  await expect(tile(phone, "各车间报修").getByLabel("筛选：严重程度 属于 一般")).toBeVisible();
  await phone.getByRole("button", { name: "筛选 1" }).click();
  const sheet = phone.getByRole("dialog", { name: "筛选" });
  await sheet.getByRole("button", { name: "取消筛选：严重程度" }).click();
  await expect(phone).not.toHaveURL(/by=/);

  await page.getByRole("button", { name: "“各车间报修”的操作" }).click();
  await chooseFromMenu(page, "查看这些工单");
  await expect(page.getByText("严重程度 属于 一般")).toBeVisible();
  await page.getByRole("link", { name: "返回" }).click();
  await expect(chip.first()).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(chip).toHaveCount(0);
});

test("a board that cannot be saved says why, stays on the device, and is held against what somebody else saved", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  const designer = new BoardDesigner(page);
  const title = designer.inspector.getByLabel("标题", { exact: true });
  const saves = (answer: (route: Route) => Promise<void>) =>
    page.route(`**/api/v1${second.replace(/^.*(?=\/boards)/, "")}`, (route) =>
      route.request().method() === "PUT" ? answer(route) : route.continue(),
    );
  const name = async (of: string, to: string) => {
    await drawn(page, of).click();
    await title.fill(to);
  };
  await page.goto(`${second}/design`);
  await saves((route) => route.abort());
  await name("满意度", "打分");
  await expect(page.getByText("离线，已存本机")).toBeVisible();
  await page.getByRole("link", { name: "返回" }).click();
  await expect(tile(page, "满意度")).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByText("已恢复上次没来得及保存的修改")).toBeVisible();
  await expect(drawn(page, "打分")).toBeVisible();

  await saves((route) => route.fulfill({ status: 403, json: { code: "not_allowed" } }));
  const bar = page.getByRole("main").getByRole("alert");
  await expect(bar).toContainText("没有保存：没有权限");
  await page.unrouteAll();
  await bar.getByRole("button", { name: "再试一次" }).click();
  await designer.saved();

  const other = await enter(ADMIN);
  await other.goto(`${second}/design`);
  await drawn(other, "打分").focus();
  await other.keyboard.press("Enter");
  await other.keyboard.press("Delete");
  await new BoardDesigner(other).saved();
  await name("各车间报修", "车间");
  await expect(bar.getByRole("region", { name: `${ADMIN.name}的修改` })).toContainText("移除 打分");
  await expect(bar.getByRole("region", { name: "您的修改" })).toContainText("修改 车间");
  await bar.getByRole("button", { name: "放弃我的，载入对方的" }).click();
  await expect(drawn(page, "打分")).toHaveCount(0);
  // The way back leads to the question, not over what somebody else saved.
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(drawn(page, "车间")).toBeVisible();
  await bar.getByRole("button", { name: "用我的覆盖对方的" }).click();
  await designer.saved();
  await expect(drawn(page, "车间")).toBeVisible();
});

test("a part of the page that is gone reloads the window once, and then asks", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(`${second}/design`);
  await page.route("**/assets/VersionsSheet-*.js", (route) => route.fulfill({ status: 404 }));
  const versions = page.getByRole("button", { name: "历史版本" });
  const reloaded = page.waitForEvent("load");
  await versions.click();
  await reloaded;
  await versions.click();
  await expect(page.getByRole("heading", { name: "页面有一部分没有载入" })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "刷新" }).click();
  await versions.click();
  await expect(page.getByRole("dialog", { name: "历史版本" })).toBeVisible();
});

test("a board, a list and an order are printed whole and light, also from the dark", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.emulateMedia({ colorScheme: "dark" });
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--surface"));
  const onPaper = async (sheets: number) => {
    const paper = await printed(page);
    expect(paper.sheets).toBeGreaterThanOrEqual(sheets);
    expect([...paper.inks]).toContain("#17211f");
    expect([...paper.inks]).not.toContain(ground);
  };
  await page.goto(board);
  await expect(tile(page, "未完成的报修").getByRole("row").nth(3)).toBeVisible();
  await onPaper(2);

  await page.goto(list);
  await expect(page.getByText(/^共 \d+ 条/)).toBeVisible();
  await onPaper(3);
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event("beforeprint"));
  });
  await page.keyboard.press("Control+p");
  const count = Number(/\d+/.exec(await page.getByText(/^共 \d+ 条/).innerText())?.[0]);
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(count + 1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("table")).toHaveCount(0);

  await page.getByRole("gridcell").first().click();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "单独打开" }).click();
  await expect(page.getByRole("list", { name: "流转记录" })).toBeVisible();
  await onPaper(2);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
