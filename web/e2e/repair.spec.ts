import { openApp, openBoard } from "./support/app";
import { FlowDesigner } from "./support/flow_designer";
import { setUp } from "./support/founding";
import { expect, test } from "./support/house";
import { settled } from "./support/orders";
import { ADMIN, givePasswords, type Person } from "./support/people";
import { coloursOf, picture } from "./support/picture";
import { push } from "./support/touch";

/** The ready-made equipment repair, from a phone to a closed order. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.use({ story: "repair" });

const REPORTER: Person = { login: "chen.jie", name: "陈杰", password: "somebody on the floor" };
const DISPATCHER: Person = { login: "shen.ke", name: "沈可", password: "who sends the right one" };
const TECHNICIAN: Person = { login: "qin.long", name: "秦龙", password: "hands that mend it" };

test("the house is set up with the ready-made app and sample data, and its board has something to show at once", async ({
  page,
  appliance,
}) => {
  await setUp(page, appliance.setupCode, "设备报修", true);
  await givePasswords(page, [REPORTER, DISPATCHER, TECHNICIAN]);
  await openBoard(page, "设备报修", "维修看板");
  await expect(page.getByRole("region", { name: "处理中" }).getByRole("button", { name: /^[1-9]/ })).toBeVisible();
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
  await reporter.getByLabel("故障描述").fill("主轴高速时有异响");
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
  await sheet.getByRole("button", { name: "完成", exact: true }).click();
  const task = dispatcher.getByRole("list", { name: "待办列表" }).getByRole("button", { name: /CNC-777/ });
  await expect(task).toHaveCount(0);
  await dispatcher.getByRole("button", { name: "撤销" }).first().click();
  await task.click();
  await decide.click();
  await expect(sheet.getByLabel("意见")).toHaveValue("请带备件");
  await expect(sheet.getByRole("link", { name: "sketch.png" })).toBeVisible();
  await sheet.getByRole("button", { name: "完成", exact: true }).click();
  await settled(dispatcher, "完成");

  await appliance.kill();
  await appliance.start();

  const technician = await enter(TECHNICIAN);
  await technician.getByRole("button", { name: /CNC-777/ }).click();
  await expect(technician.getByRole("img", { name: "sketch.png" })).toBeVisible();
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
  await push(reporter, reporter.getByRole("button", { name: /CNC-777/ }), 240);
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
