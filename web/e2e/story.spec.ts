import { addDepartment, addPerson, addTeam } from "./support/directory";
import { FormDesigner } from "./support/form_designer";
import { expect, test } from "./support/house";
import { ADMIN, firstSignIn, signIn, windowOf } from "./support/people";

/** The first work order, from an empty machine to a live board. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

const LEAD = { login: "wanglei", name: "王磊", password: "a lead of the after-sales" };

/** The header and the first line of what an office sends; the rest follows the same way. */
const PEOPLE_CSV = [
  "姓名,账号,部门,上级,岗位,用户组,部门负责人",
  "周工,zhougong,售后部,wanglei,售后工程师,售后组,",
  "陈质,chenzhi,质量部,,质量经理,,质量部",
  "赵产,zhaochan,生产部,,生产经理,,生产部",
  "孙员,sunyuan,生产部/一车间,zhaochan,操作工,,",
].join("\n");

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

test("the directory is built by hand, and the rest comes from a file", async ({ page, browser, appliance }) => {
  await signIn(page, ADMIN);
  await addDepartment(page, "售后部");
  const initial = await addPerson(page, LEAD, "售后部");
  expect(initial.length).toBeGreaterThanOrEqual(12);
  await addTeam(page, "售后组", LEAD.name);

  await page.goto("/directory/import");
  const file = (text: string) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const chooser = page.locator('input[type="file"]');
  await chooser.setInputFiles(file(PEOPLE_CSV.replace("zhaochan,操作工", "nobody,操作工")));
  await expect(page.getByText("有 1 处需要修改")).toBeVisible();
  await page.getByRole("button", { name: "换一个文件" }).click();
  await chooser.setInputFiles(file(PEOPLE_CSV));
  await page.getByRole("button", { name: "导入 4 行" }).click();
  await expect(page.getByText("导入完成")).toBeVisible();
  await page.getByRole("link", { name: "查看成员" }).click();
  await expect(page.getByRole("button", { name: /孙员/ })).toContainText("上级 赵产");

  const lead = await windowOf(browser, appliance.url, "desktop");
  await firstSignIn(lead, LEAD, initial);
  await lead.context().close();
});

/** Fourteen kinds, as the palette calls them, and what the questions are called. */
const QUESTIONS = [
  ["单行文本", "客户名称"],
  ["多行文本", "问题描述"],
  ["单选", "紧急程度"],
  ["下拉选择", "问题类型"],
  ["多选", "涉及部件"],
  ["数字", "数量"],
  ["金额", "单价"],
  ["公式", "合计"],
  ["日期", "购买日期"],
  ["开关", "保修期内"],
  ["评分", "满意度"],
  ["图片", "现场照片"],
  ["附件", "合同"],
  ["流水号", "单号"],
] as const;

test("a form of fourteen kinds is dragged together, tried on, taken back and published", async ({ page }) => {
  await signIn(page, ADMIN);
  await page.goto("/apps");
  await page.getByRole("button", { name: "新建应用" }).click();
  await page.getByLabel("应用名称").fill("售后服务");
  await page.getByRole("button", { name: /创\s?建/ }).click();
  await page.getByRole("button", { name: "新建表单" }).first().click();
  await page.getByLabel("表单名称").fill("售后单");
  await page.getByRole("button", { name: "开始设计" }).click();

  const designer = new FormDesigner(page);
  for (const [kind, label] of QUESTIONS) await designer.drag(kind, label);

  await designer.field("客户名称").click();
  await designer.inspector.getByRole("switch", { name: "必填" }).click();
  await expect(page.getByRole("main").getByRole("img", { name: "必填" })).toBeVisible();
  await designer.field("合计").click();
  await designer.inspector.getByRole("textbox", { name: "公式" }).fill("数量 * 单价");

  await designer.field("紧急程度").click();
  await designer.inspector.getByRole("textbox", { name: "第 1 个选项" }).fill("高");
  await designer.inspector.getByRole("button", { name: "高 的颜色" }).click();
  await page.getByRole("button", { name: "红", exact: true }).click();
  await designer.inspector.getByRole("textbox", { name: "第 2 个选项" }).fill("普通");
  await designer.undo.click();
  await expect(designer.inspector.getByRole("textbox", { name: "第 2 个选项" })).not.toHaveValue("普通");
  await designer.redo.click();
  await expect(designer.inspector.getByRole("textbox", { name: "第 2 个选项" })).toHaveValue("普通");

  await page.getByRole("button", { name: "预览" }).click();
  const preview = page.getByRole("dialog", { name: /预览/ });
  const customer = preview.getByLabel("客户名称");
  const width = async () => (await customer.boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(390);
  await preview.getByText("手机", { exact: true }).click();
  await expect.poll(width).toBeLessThan(390);
  await preview.getByRole("button", { name: "Close" }).click();

  await designer.publish("第一版");
  await page.reload();
  await expect(designer.field("单号")).toBeVisible();
});
