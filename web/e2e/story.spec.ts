import { expect, test } from "./support/house";
import { enter, givePasswords, PASSWORD } from "./support/person";
import { picture } from "./support/picture";

/** The first work order, from an empty machine to a live board. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

const ADMIN = { login: "admin", name: "林管理", password: PASSWORD };

test("the house is set up in the browser, and the recovery key is typed back", async ({ page, appliance }) => {
  await page.goto("/");
  await page.getByLabel("初始化码").fill("wrong-code");
  await page.getByRole("button", { name: "下一步" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("初始化码").fill(appliance.setupCode);
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByLabel("企业名称").fill("华信精密制造");
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByLabel("姓名").fill(ADMIN.name);
  await page.getByLabel("账号").fill(ADMIN.login);
  await page.getByLabel("密码").fill(ADMIN.password);
  await page.getByRole("button", { name: "下一步" }).click();

  await page.getByRole("radio", { name: /设备报修/ }).check({ force: true });
  await page.getByRole("button", { name: "创建" }).click();

  const key = (await page.locator("output").textContent())?.trim() ?? "";
  expect(key).toMatch(/^[0-9A-Z]{8}(-[0-9A-Z]{8}){6}$/);
  await page.getByRole("button", { name: "我已保管好" }).click();
  await page.getByRole("textbox").fill(key.toLowerCase());
  await page.getByRole("button", { name: "完成，开始使用" }).click();
  await page.getByRole("link", { name: "应用", exact: true }).first().click();
  await expect(page.getByRole("link", { name: /设备报修/ }).first()).toBeVisible();
});

test("a fault reported on a phone arrives at the dispatcher without a reload, with its photo", async ({
  appliance,
  browser,
  request,
}) => {
  await givePasswords(request, appliance.url, ["chen.jie", "shen.ke", "qin.long"]);
  const dispatcher = await enter(browser, "shen.ke", { url: appliance.url });
  await dispatcher.getByPlaceholder("搜索标题或发起人").fill("CNC-777");
  const tasks = dispatcher.getByRole("list", { name: "待办列表" });
  await expect(tasks).toHaveCount(0);

  const reporter = await enter(browser, "chen.jie", { url: appliance.url, device: "phone" });
  await reporter.goto("/new");
  await reporter.getByRole("link", { name: /报修单/ }).click();
  await reporter.getByRole("button", { name: "提交" }).click();
  await expect(reporter.getByText(/必填|请填写|请选择/).first()).toBeVisible();
  await reporter.getByLabel("设备编号").fill("CNC-777");
  await reporter.getByLabel("车间").click();
  await reporter.getByTitle("冲压车间").click();
  await reporter.getByRole("radio", { name: "一般" }).check({ force: true });
  await reporter.getByRole("radio", { name: "运行中" }).check({ force: true });
  await reporter.getByRole("checkbox", { name: "异响" }).check({ force: true });
  await reporter.getByLabel("故障描述").fill("主轴高速时有异响");
  const file = { name: "fault.png", mimeType: "image/png", buffer: picture(320, 200) };
  await reporter.locator('input[type="file"]').first().setInputFiles(file);
  await expect(reporter.getByRole("img", { name: /fault.png/ })).toBeVisible();
  await reporter.getByRole("button", { name: "提交" }).click();
  await expect(reporter.getByRole("heading", { name: /CNC-777/ })).toBeVisible();

  await expect(tasks.getByRole("button", { name: /CNC-777/ })).toBeVisible();
  await reporter.context().close();
  await dispatcher.context().close();
});

test("the order goes from hand to hand over a power cut, and its page tells who, when and how long", async ({
  appliance,
  browser,
}) => {
  const dispatcher = await enter(browser, "shen.ke", { url: appliance.url });
  await dispatcher.getByPlaceholder("搜索标题或发起人").fill("CNC-777");
  await dispatcher.getByRole("button", { name: /CNC-777/ }).click();
  await dispatcher.getByLabel("维修人").fill("秦龙");
  await dispatcher.getByLabel("维修人").press("Enter");
  await dispatcher.getByLabel("要求完成日").fill("2030-01-31");
  await dispatcher.getByLabel("要求完成日").press("Enter");
  await dispatcher.getByRole("button", { name: "完成", exact: true }).click();
  await dispatcher.getByRole("dialog").getByRole("button", { name: "完成", exact: true }).click();
  await expect(dispatcher.getByText("完成成功")).toBeVisible();

  await appliance.kill();
  await appliance.start();

  const technician = await enter(browser, "qin.long", { url: appliance.url });
  await technician.getByRole("button", { name: /CNC-777/ }).click();
  await expect(technician.getByText("沈可").first()).toBeVisible();
});
