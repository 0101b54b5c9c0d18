import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { openApp, openBoard } from "./support/app";
import { attachOverLoss } from "./support/broken_upload";
import { FlowDesigner } from "./support/flow_designer";
import { setUp } from "./support/founding";
import { expect, test } from "./support/house";
import { settled } from "./support/orders";
import { ADMIN, givePasswords, type Person } from "./support/people";
import { coloursOf, picture } from "./support/picture";
import { push } from "./support/touch";

const UPRIGHT = { width: 390, height: 844 };

/** A keyboard as Chromium brings it, smaller windows, and as iOS does, over the window; then the phone is turned. */
async function aboveKeyboard(page: Page, field: Locator, send: Locator): Promise<void> {
  await page.setViewportSize({ ...UPRIGHT, height: 480 });
  await expect(field).toBeInViewport({ ratio: 1 });
  await expect(send).toBeInViewport({ ratio: 1 });
  await page.setViewportSize(UPRIGHT);
  const seen = (height: number) =>
    page.evaluate((high) => {
      Object.defineProperty(visualViewport, "height", { configurable: true, value: high });
      visualViewport?.dispatchEvent(new Event("resize"));
    }, height);
  await seen(480);
  for (const part of [field, send]) await expect.poll(async () => (await bottomOf(part)) <= 480).toBe(true);
  await seen(UPRIGHT.height);
  await page.setViewportSize({ width: UPRIGHT.height, height: UPRIGHT.width });
  await expect(send).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("link", { name: "发起" })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(UPRIGHT.height);
  await page.setViewportSize(UPRIGHT);
}

const bottomOf = async (part: Locator): Promise<number> => {
  const box = await part.boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
};

type Wire = APIRequestContext;

/** Brings every repair that waits to be accepted to the person of `own`, who has said how it was for the first. Its title. */
async function toAccept(admin: Wire, own: Wire, headers: Record<string, string>): Promise<string> {
  const { user } = await (await own.get("/api/v1/session")).json();
  const [app] = await (await admin.get("/api/v1/apps")).json();
  const running = { column: "state", test: { op: "in", values: ["running"] } };
  const asked = { filters: [running], sort: [], columns: ["title"], rows: 100 };
  const { rows } = await (await admin.post(`/api/v1/forms/${app.forms[0].id}/query`, { headers, data: asked })).json();
  for (const { id } of rows) {
    const { tasks } = await (await admin.get(`/api/v1/orders/${id}`)).json();
    const task = tasks.find(({ node_name, state }: Record<string, string>) => node_name === "验收" && state === "open");
    if (!task || task.actor === user.id || task.principal === user.id) continue;
    const data = { task: task.id, to: user.id, comment: "" };
    const given = await admin.post(`/api/v1/orders/${id}/change-assignee`, { headers, data });
    expect(given.ok(), await given.text()).toBe(true);
  }
  const { items } = await (await own.get("/api/v1/inbox?tab=todo&q=&cursor=")).json();
  const { order, task, title } = items[0];
  const { definition } = await (await own.get(`/api/v1/orders/${order}`)).json();
  const stars = definition.fields.find(({ label }: Record<string, string>) => label === "满意度").id;
  const said = await own.post(`/api/v1/orders/${order}/save`, { headers, data: { task, values: { [stars]: 5 } } });
  expect(said.ok(), await said.text()).toBe(true);
  return title;
}

/** The ready-made equipment repair, from a phone to a closed order. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.use({ story: "repair" });

const REPORTER: Person = { login: "chen.jie", name: "陈杰", password: "somebody on the floor" };
const DISPATCHER: Person = { login: "shen.ke", name: "沈可", password: "who sends the right one" };
const COLLEAGUE: Person = { login: "qian.wei", name: "钱伟", password: "who sends them as well" };
const TECHNICIAN: Person = { login: "qin.long", name: "秦龙", password: "hands that mend it" };

test("the house is set up with the ready-made app and sample data, and its board has something to show at once", async ({
  page,
  appliance,
}) => {
  await setUp(page, appliance.setupCode, "设备报修", true);
  await givePasswords(page, [REPORTER, DISPATCHER, COLLEAGUE, TECHNICIAN]);
  await openBoard(page, "设备报修", "维修看板");
  await expect(page.getByRole("region", { name: "处理中" }).getByRole("button", { name: /^[1-9]/ })).toBeVisible();
});

test("several are agreed to at once: what can passes, and the others say what they lack", async ({
  appliance,
  enter,
  request,
}) => {
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  await request.post("/api/v1/session", { headers, data: { login: ADMIN.login, password: ADMIN.password } });
  const reporter = await enter(REPORTER);
  const first = await toAccept(request, reporter.request, headers);
  await reporter.reload();

  const rows = reporter.getByRole("list", { name: "待办列表" }).getByRole("listitem");
  await expect(rows.nth(1)).toBeVisible();
  const [passes = "", lacks = ""] = await Promise.all([0, 1].map((row) => rows.nth(row).innerText()));
  expect(passes).toContain(first);
  await reporter.keyboard.press("j");
  await reporter.keyboard.press("x");
  await reporter.keyboard.press("j");
  await reporter.keyboard.press("Shift+X");
  const batch = reporter.getByRole("region", { name: "批量同意" });
  await expect(batch).toContainText("已选 2 条");
  const opinion = batch.getByLabel(/^意见/);
  await opinion.fill("都修好了");
  await batch.getByRole("button", { name: "存为常用语" }).click();
  await opinion.fill("");
  await batch.getByRole("button", { name: "都修好了" }).click();
  await expect(opinion).toHaveValue("都修好了");
  await batch.getByRole("button", { name: "同意 2 条" }).click();
  const tray = reporter.getByRole("region", { name: "进行中的任务" });
  await expect(tray).toContainText("已同意 1 条");
  await expect(tray.getByRole("listitem")).toHaveCount(1);
  await expect(tray.getByRole("button", { name: "重试" })).toBeVisible();
  await expect(rows.first()).toContainText(lacks.split("\n")[0] ?? "");
});

test("whoever accepts a repair signs for it from now on, of those under way too", async ({ enter }) => {
  const admin = await enter(ADMIN);
  await openApp(admin, "设备报修");
  await admin.getByRole("link", { name: "设计流程" }).first().click();
  const designer = new FlowDesigner(admin);
  await designer.step("验收").click();
  await designer.inspector.getByRole("switch", { name: "需要手写签名" }).click();
  await designer.publish("验收须签名", "move");
  await expect(admin.getByText(/^已转移 [1-9]\d* 张工单/)).toBeVisible();
  await admin.keyboard.press("Escape");
  await expect(designer.group("历史版本").getByText(/^在途工单/)).toHaveCount(1);
});

test("a fault reported on a phone arrives at the dispatcher without a reload, with its photo", async ({ enter }) => {
  const dispatcher = await enter(DISPATCHER);
  await dispatcher.getByPlaceholder("搜索标题或发起人").fill("CNC-777");
  const tasks = dispatcher.getByRole("list", { name: "待办列表" });
  await expect(tasks).toHaveCount(0);
  const before = Number(/\((\d+)\)/.exec(await dispatcher.title())?.[1] ?? 0);

  const colleague = await enter(COLLEAGUE);
  await expect(colleague.getByRole("list", { name: "待办列表" })).toBeVisible();

  const reporter = await enter(REPORTER, "phone");
  await reporter.goto("/new");
  await reporter.getByRole("link", { name: /报修单/ }).click();
  await reporter.getByRole("button", { name: "提交" }).click();
  await expect(reporter.getByText(/必填|请填写|请选择/).first()).toBeVisible();
  await expect(reporter.getByRole("button", { name: "提交" })).toHaveAccessibleDescription(/\d+ 处需要修改/);
  await reporter.getByLabel("设备编号").fill("CNC-777");
  await reporter.getByLabel("车间").click();
  await reporter.getByTitle("冲压车间").click();
  await reporter.getByRole("radio", { name: "一般" }).check({ force: true });
  await reporter.getByRole("radio", { name: "运行中" }).check({ force: true });
  await reporter.getByRole("checkbox", { name: "异响" }).check({ force: true });
  const fault = reporter.getByLabel("故障描述");
  await fault.fill("主轴高速时有异响");
  await aboveKeyboard(reporter, fault, reporter.getByRole("button", { name: "提交" }));
  const file = { name: "fault.png", mimeType: "image/png", buffer: picture(320, 200) };
  await reporter.locator('input[type="file"]').first().setInputFiles(file);
  // It was of one colour; time and name stand on it now.
  const photo = reporter.getByRole("img", { name: /fault.jpg/ });
  await expect(photo).toBeVisible();
  expect(await coloursOf(photo)).toBeGreaterThan(1);
  await reporter.context().setOffline(true);
  await reporter.getByRole("button", { name: "提交" }).click();
  await expect(reporter.getByText("网络不通，恢复后自动提交")).toBeVisible();
  await reporter.getByRole("link", { name: /待办/ }).click();
  await reporter.context().setOffline(false);
  await expect(reporter.getByText("提交成功")).toBeVisible();

  await expect(tasks.getByRole("button", { name: /CNC-777/ })).toBeVisible();
  // Under the eyes of somebody who reads, the list does not move.
  await expect(colleague.getByRole("button", { name: /CNC-777/ })).toHaveCount(0);
  await colleague.getByRole("button", { name: "1 条新待办" }).click();
  await expect(colleague.getByRole("button", { name: /CNC-777/ })).toBeVisible();
  // The row of tabs says it too: so many tasks, and one more than before.
  await expect(dispatcher).toHaveTitle(`(${before + 1}) Tessera`);
  await expect(dispatcher.locator("link[rel=icon]")).toHaveAttribute("href", "/favicon-tasks.svg");
});

test("tasks are walked, ticked, opened and begun by keys alone", async ({ enter }) => {
  const page = await enter(DISPATCHER);
  const rows = page.getByRole("list", { name: "待办列表" }).getByRole("listitem");
  const here = (row: number) => expect(rows.nth(row)).toHaveAttribute("data-at", "true");
  const batch = page.getByRole("region", { name: "批量同意" });
  await expect(rows.nth(2)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await here(1);
  await page.keyboard.press("k");
  await here(0);
  await page.keyboard.press("x");
  await expect(batch).toContainText("已选 1 条");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(batch).toContainText("已选 3 条");
  await page.keyboard.press("Escape");
  await expect(batch).toBeHidden();

  await page.keyboard.press("o");
  await expect(page.getByRole("toolbar", { name: "操作" })).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog", { name: "转交" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("c");
  const comment = page.getByLabel("评论", { exact: true });
  await expect(comment).toBeFocused();
  await comment.blur();
  await page.keyboard.press("k");
  await here(1);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/inbox$/);
});

test("the order goes from hand to hand over a power cut, and its page tells who, when and how long", async ({
  appliance,
  enter,
}) => {
  const dispatcher = await enter(DISPATCHER);
  await dispatcher.getByPlaceholder("搜索标题或发起人").fill("CNC-777");
  const unread = dispatcher.getByRole("button", { name: /未读.*CNC-777/ });
  await unread.click();
  await expect(unread).toHaveCount(0);
  await dispatcher.getByLabel("维修人").fill("秦龙");
  await dispatcher.getByLabel("维修人").press("Enter");
  await dispatcher.getByLabel("要求完成日").fill("2030-01-31");
  await dispatcher.getByLabel("要求完成日").press("Enter");
  const decide = dispatcher.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: "完成", exact: true });
  const sheet = dispatcher.getByRole("dialog");
  await decide.click();
  await sheet.getByLabel("意见").fill("请带备件");
  const sketch = { name: "sketch.png", mimeType: "image/png", buffer: picture(320, 200) };
  await sheet.locator('input[type="file"]').setInputFiles(sketch);
  await expect(sheet.getByRole("link", { name: "sketch.png" })).toBeVisible();
  await attachOverLoss(dispatcher, sheet, "spindle.log");
  await sheet.getByRole("button", { name: "完成", exact: true }).click();
  const task = dispatcher.getByRole("list", { name: "待办列表" }).getByRole("button", { name: /CNC-777/ });
  await expect(task).toHaveCount(0);
  await dispatcher.getByRole("button", { name: "撤销" }).first().click();
  await task.click();
  await decide.click();
  await expect(sheet.getByLabel("意见")).toHaveValue("请带备件");
  await expect(sheet.getByRole("link", { name: "sketch.png" })).toBeVisible();
  const colleague = await enter(COLLEAGUE);
  await colleague.getByRole("button", { name: /CNC-777/ }).click();
  await expect(colleague.getByRole("toolbar", { name: "操作" })).toBeVisible();
  await sheet.getByRole("button", { name: "完成", exact: true }).click();
  await settled(dispatcher, "完成");
  await expect(colleague.getByText(/^已由 沈可 于 .+ 处理/)).toBeVisible();

  await appliance.kill();
  await appliance.start();

  const technician = await enter(TECHNICIAN);
  await technician.getByRole("button", { name: /CNC-777/ }).click();
  await expect(technician.getByRole("img", { name: "sketch.png" })).toBeVisible();
  const drawn = technician.getByRole("img", { name: "流程图" });
  await expect(drawn.locator("text", { hasText: /\d\d:\d\d 起$/ })).toBeVisible();
  await technician.getByLabel("故障原因").click();
  await technician.getByLabel("故障原因").press("Enter");
  await technician.getByLabel("维修过程").fill("更换主轴轴承");
  await technician.getByLabel("维修工时").fill("1.5");
  await technician.getByLabel("备件费用").fill("320");
  await technician.getByRole("button", { name: "完成", exact: true }).click();
  await technician.getByRole("dialog").getByRole("button", { name: "完成", exact: true }).click();
  await settled(technician, "完成");
});

test("whoever reported it accepts it on the phone; the history names everybody, and the board counts it by itself", async ({
  enter,
}) => {
  const board = await enter(ADMIN);
  await openBoard(board, "设备报修", "维修看板");
  const open = board.getByRole("region", { name: "处理中" });
  const before = Number(await open.getByRole("button", { name: /^\d+$/ }).textContent());
  const done = board.getByRole("button", { name: /已完成 \d+/ });
  const doneBefore = Number(/已完成\s*(\d+)/.exec(await done.innerText())?.[1]);

  const reporter = await enter(REPORTER, "phone");
  const row = reporter.getByRole("button", { name: /CNC-777/ });
  const asked = reporter.waitForResponse(/inbox\?.*tab=todo/);
  await push(reporter, row, 0, 200);
  await asked;
  // To the left it asks why, and nothing has happened when the phone goes back.
  await push(reporter, row, -240);
  const against = reporter.getByRole("dialog", { name: "驳回" });
  await expect(against.getByLabel("意见")).toBeVisible();
  // What the same person kept on a desktop.
  await expect(against.getByRole("group", { name: "常用语" }).getByRole("button").first()).toHaveText("都修好了");
  await against.getByRole("button", { name: "管理" }).click();
  await reporter.getByRole("button", { name: "移除“都修好了”" }).click();
  await expect(reporter.getByRole("dialog")).toHaveCount(1);
  await expect(against.getByText("都修好了")).toHaveCount(0);
  await reporter.goBack();
  await expect(reporter.getByRole("dialog")).toHaveCount(0);
  await reporter.goBack();
  await push(reporter, row, 240);
  // Nobody agrees without saying how it was.
  await expect(reporter.getByText("此项必填").first()).toBeVisible();
  const five = reporter.getByRole("radio", { name: /5|五/ }).last();
  await expect(five).toBeInViewport();
  // The page is still on its way there; the star, and not the radio behind it, is what a finger waits for.
  await reporter.locator("label").filter({ has: five }).click();
  await expect(five).toBeChecked();
  await reporter.getByRole("button", { name: "同意" }).click();
  const sheet = reporter.getByRole("dialog");
  const yes = sheet.getByRole("button", { name: "同意", exact: true });
  await yes.click();
  await expect(sheet.getByText("请先签名")).toBeVisible();
  await push(reporter, sheet.getByRole("img", { name: "尚未签名" }), 160, 20);
  await expect(sheet.getByRole("img", { name: "已签名" })).toBeVisible();
  await yes.click();
  await settled(reporter, "同意");
  await reporter.getByRole("link", { name: /已办/ }).click();
  await reporter.getByRole("button", { name: /CNC-777/ }).click();
  await expect(reporter.getByText("已完成").first()).toBeVisible();
  await expect(reporter.getByRole("img", { name: "陈杰 的签名" })).toBeVisible();
  for (const name of ["沈可", "秦龙", "陈杰"]) await expect(reporter.getByText(name).first()).toBeVisible();

  await expect(open.getByRole("button", { name: String(before - 1), exact: true })).toBeVisible();
  await expect(board.getByRole("button", { name: new RegExp(`已完成 ${doneBefore + 1}\\b`) })).toBeVisible();
});
