import type { Locator, Page } from "@playwright/test";
import { flows } from "./designers/flow";
import { openApp } from "./support/app";
import { left, openDesigner, outline } from "./support/designer";
import { FormDesigner } from "./support/form_designer";
import { foundApart } from "./support/founding";
import { allowEdits, COLLEAGUE } from "./support/grid";
import { expect, test } from "./support/house";
import { chooseFromMenu, inAndOut } from "./support/menu";
import { ADMIN, givePasswords } from "./support/people";

/** What people do in the designers of forms and flows beyond a first form and flow. One story over the equipment repairs. */
test.describe.configure({ mode: "serial" });
test.use({ story: "designers", permissions: ["clipboard-read", "clipboard-write"] });

test.beforeAll(({ playwright, appliance }) => foundApart(playwright, appliance));

async function chooseTheme(page: Page, theme: "深色" | "跟随系统"): Promise<void> {
  await page.getByRole("button", { name: `账号：${ADMIN.name}` }).click();
  await page.getByText(theme, { exact: true }).click();
}

/** To the left half of another. */
async function drag(page: Page, what: Locator, before: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await before.boundingBox()];
  if (!from || !to) throw new Error("both are drawn");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 8, to.y + 12, { steps: 2 });
  await page.mouse.up();
}

test("a first visit is told four sentences, and a second none, in no other browser either", async ({ page, enter }) => {
  await openDesigner(page, "设计表单");
  const coach = page.getByRole("region", { name: "新手提示" });
  await expect(coach).toContainText("1 / 4");
  for (let sentence = 1; sentence < 4; sentence++) await coach.getByRole("button", { name: "下一条" }).click();
  await coach.getByRole("button", { name: "知道了" }).click();
  await expect(coach).toBeHidden();
  await page.reload();
  await expect(left(page)).toBeVisible();
  await expect(coach).toBeHidden();

  await inAndOut(page.getByRole("button", { name: `账号：${ADMIN.name}` }), page.getByText("深色", { exact: true }));
  await chooseTheme(page, "深色");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const elsewhere = await enter(ADMIN);
  await expect(elsewhere.locator("html")).toHaveAttribute("data-theme", "dark");
  await elsewhere.goto(page.url());
  await expect(left(elsewhere)).toBeVisible();
  await expect(elsewhere.getByRole("region", { name: "新手提示" })).toBeHidden();
  await chooseTheme(elsewhere, "跟随系统");
  await expect(elsewhere.locator("html")).toHaveAttribute("data-theme", "light");
});

test("a field in use is not deleted before its users are listed, and the list leads to each", async ({ page }) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("严重程度").click();
  await expect(form.inspector.getByText("被 4 处使用")).toBeVisible();
  const search = form.inspector.getByRole("textbox", { name: "搜索属性" });
  await search.fill("类型");
  await expect(form.inspector.getByText(/^已有 \d+ 条记录填了这个字段/)).toBeVisible();
  await expect(form.inspector.getByLabel("名称", { exact: true })).toBeHidden();
  await search.fill("");
  await form.field("严重程度").click();
  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "删除 严重程度？" });
  await expect(question.getByRole("listitem")).toHaveCount(4);
  await expect(question.getByRole("button", { name: /取\s?消/ })).toBeFocused();
  await question.getByRole("button", { name: "现场照片 必填条件" }).click();
  await expect(question).toBeHidden();
  await expect(form.inspector.getByRole("heading", { name: "现场照片" })).toBeVisible();
  await expect(form.inspector.locator("[data-property=required_if] :focus")).toBeVisible();

  await form.field("严重程度").click();
  await page.keyboard.press("Delete");
  await question.getByRole("link", { name: /是否紧急 → 抢修/ }).click();
  await expect(form.inspector.getByRole("heading", { name: "是否紧急 → 抢修" })).toBeVisible();
});

test("names are changed one after the other, in the outline too, and moves by keys are heard", async ({ page }) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("设备编号").dblclick();
  await page.keyboard.type("机号");
  await page.keyboard.press("Tab");
  await page.keyboard.type("厂区");
  await page.keyboard.press("Enter");
  await expect(form.field("机号")).toBeVisible();
  await expect(form.field("厂区")).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("厂区 移到“设备”的第 2 个，共 5 个")).toBeAttached();

  const list = await outline(page);
  const names = () => list.getByRole("list", { name: "设备" }).locator("[data-renamed]").allTextContents();
  await list.getByRole("button", { name: "联系电话", exact: true }).click();
  await page.keyboard.press("F2");
  await page.keyboard.type("电话");
  await page.keyboard.press("Enter");
  const from = await list.getByRole("button", { name: "电话", exact: true }).boundingBox();
  const to = await list.getByRole("button", { name: "厂区", exact: true }).boundingBox();
  if (!from || !to) throw new Error("the outline has both");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + 2, { steps: 2 });
  await page.mouse.up();
  await expect.poll(names).toEqual(["设备", "单号", "电话", "厂区", "机号", "设备所属部门"]);

  const row = list.getByRole("listitem").filter({ hasText: "厂区" });
  await row.hover();
  await row.getByRole("button", { name: "在画布上隐藏“厂区”" }).click();
  await expect(form.field("厂区")).toBeHidden();
  await drag(page, form.field("设备所属部门"), form.field("机号"));
  await expect.poll(names).toEqual(["设备", "单号", "电话", "厂区", "设备所属部门", "机号"]);
  await page.keyboard.press("l");
  await page.keyboard.press("Delete");
  await expect(page.getByText("“设备所属部门”已锁定，先在大纲里解锁再改。")).toBeVisible();
  await expect(form.inspector.getByLabel("名称", { exact: true })).toBeDisabled();
  await form.saved();
  await page.reload();
  await expect(page.getByRole("main").getByRole("button", { name: "已隐藏 1 项 全部显示" })).toBeVisible();
  await outline(page);
  await expect(list.getByRole("button", { name: "解锁“设备所属部门”" })).toBeVisible();
  await list.getByRole("button", { name: "解锁“设备所属部门”" }).click();
  await list.getByRole("button", { name: "已隐藏 1 项 全部显示" }).click();
  await expect(form.field("厂区")).toBeVisible();

  await list.getByRole("button", { name: "电话", exact: true }).click();
  await page.getByRole("group", { name: "电话" }).getByRole("button", { name: "移动到…" }).click();
  await page.getByRole("menuitem", { name: "故障", exact: true }).hover();
  await chooseFromMenu(page, "分组的最前面");
  await expect(page.getByText(/^电话 移到“故障”的第 1 个/)).toBeAttached();
  await form.saved();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "搜索与跳转" }).fill("jh");
  await page.getByRole("option", { name: /^机号/ }).click();
  await expect(form.inspector.getByRole("heading", { name: "机号" })).toBeVisible();
});

test("what steps and roles may do with fields is changed in one table, and a form is tried on as somebody, at a step of its flow", async ({
  page,
  enter,
  appliance,
}) => {
  await openDesigner(page, "设计表单");
  const list = await allowEdits(page.request, appliance.url);
  await page.getByRole("button", { name: "字段权限" }).click();
  const table = page.getByRole("dialog", { name: "字段权限" });
  await table.getByRole("combobox", { name: "电话：在“验收”" }).selectOption("隐藏");
  await table.getByRole("link", { name: "验收" }).click();
  const question = page.getByRole("dialog", { name: "还没有保存，要离开吗？" });
  await question.getByRole("button", { name: /取\s?消/ }).click();
  await expect(question).toHaveCount(0);
  await table.getByRole("button", { name: "保存到流程草稿" }).click();
  await expect(page.getByText("已保存到流程草稿，发布流程后生效")).toBeVisible();
  await page.getByRole("button", { name: "字段权限" }).click();
  await expect(table.getByRole("combobox", { name: "电话：在“验收”" })).toHaveValue("hidden");
  await table.getByText("按角色", { exact: true }).click();
  const byRole = table.getByRole("region", { name: "按角色" });
  await expect(byRole.getByRole("columnheader", { name: /^系统管理员/ })).toContainText("看：全部");
  await expect(byRole.getByRole("row", { name: /^电话/ }).getByRole("cell")).toHaveText([
    "隐藏只读可改",
    "只读",
    "依步骤",
  ]);
  await byRole.getByRole("combobox", { name: "备件费用：对“记录维护”" }).selectOption("隐藏");
  await expect(table.getByText(/^已保存 \d/)).toBeVisible();
  await givePasswords(page, [COLLEAGUE]);
  const theirs = await enter(COLLEAGUE);
  await theirs.goto(list);
  await expect(theirs.getByRole("columnheader", { name: /^维修工时/ })).toBeVisible();
  await expect(theirs.getByRole("columnheader", { name: /^备件费用/ })).toHaveCount(0);
  await expect(table.getByRole("link", { name: "修改角色的授权" })).toHaveAttribute("href", /\/access$/);
  await page.keyboard.press("Escape");
  await expect(table).toBeHidden();

  await page.keyboard.press("Control+p");
  const preview = page.getByRole("dialog", { name: /预览/ });
  await expect(preview.getByRole("textbox", { name: "故障描述" })).toBeEditable();
  await preview.getByRole("combobox", { name: "以谁的身份填写" }).fill("shenke");
  await page.keyboard.press("Enter");
  await expect(preview.getByTitle("沈可")).toBeVisible();
  await preview.getByRole("combobox", { name: "在哪一步" }).click();
  await page.getByTitle("在“验收”").click();
  await expect(preview.getByRole("textbox", { name: "故障描述" })).toHaveCount(0);
});

test("an empty form begins with a template, is added to by pinyin, and takes fields from another form", async ({
  page,
}) => {
  await openDesigner(page, "设计表单");
  const form = new FormDesigner(page);
  await form.field("备件费用").click();
  await form.field("总费用").click({ modifiers: ["Control"] });
  await page.keyboard.press("Control+c");
  await expect(page.getByText("已复制 2 个字段")).toBeVisible();

  await openApp(page, "设备报修");
  await page.getByRole("button", { name: "新建表单" }).first().click();
  await page.getByLabel("表单名称").fill("请假");
  await page.getByRole("button", { name: "开始设计" }).click();
  await page.getByRole("button", { name: /^请假申请/ }).click();
  for (const name of ["请假类型", "开始时间", "结束时间", "事由"]) await expect(form.field(name)).toBeVisible();
  const ground = await page.getByRole("main").boundingBox();
  await page.mouse.move((ground?.x ?? 0) + 6, (ground?.y ?? 0) + 90);
  await page.mouse.down();
  await page.mouse.move((ground?.x ?? 0) + 700, (ground?.y ?? 0) + 800, { steps: 4 });
  await page.mouse.up();
  await expect(form.inspector.getByText("已选 4 个字段")).toBeVisible();

  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("pf");
  await page.keyboard.press("Enter");
  await expect(form.field("评分")).toBeVisible();

  await page.getByRole("main").click({ position: { x: 5, y: 200 } });
  await page.keyboard.press("Control+v");
  await expect(form.field("总费用")).toBeVisible();
  await form.saved();
  await page.getByRole("button", { name: /^问题（[1-9]/ }).click();
  // What the formula reads besides was left behind, and is said to be missing.
  const problem = page
    .getByRole("region", { name: "问题" })
    .getByRole("button", { name: /总费用/ })
    .first();
  await problem.click();
  await expect(form.inspector.locator("[data-property=formula] :focus")).toBeVisible();
});

test("what was not saved when a tab closed is there in the next one", async ({ page, context }) => {
  await openDesigner(page, "设计表单");
  await page.route("**/api/v1/forms/*/draft", (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  const form = new FormDesigner(page);
  await form.field("故障描述").dblclick();
  await page.keyboard.type("故障经过");
  await page.keyboard.press("Enter");
  await expect(page.getByText("离线，已存本机")).toBeVisible();
  const next = await context.newPage();
  await next.goto(page.url());
  await page.close();
  await expect(next.getByText("已恢复上次没来得及保存的修改")).toBeVisible();
  await expect(new FormDesigner(next).field("故障经过")).toBeVisible();
  await new FormDesigner(next).saved();
});

flows();

test("of two people at one form the second is told who was first, and nothing is written over unasked", async ({
  open,
}) => {
  const openForm = async () => {
    const page = await open();
    await openDesigner(page, "设计表单");
    return new FormDesigner(page);
  };
  const [first, second] = [await openForm(), await openForm()];
  await expect(second.company).toHaveText("另一个窗口也开着");
  const rename = async (form: FormDesigner, from: string, name: string) => {
    await form.field(from).click();
    await form.inspector.getByLabel("名称", { exact: true }).fill(name);
  };
  await rename(first, "维修过程", "处理过程");
  await first.saved();
  await rename(second, "维修过程", "处理结果");
  await expect(second.conflict).toContainText(`${ADMIN.name} 于`);
  const changes = (of: string) => second.conflict.getByRole("region", { name: `${of}的修改`, exact: true });
  await expect(changes(ADMIN.name)).toContainText("处理过程：名称");
  await expect(changes("您")).toContainText("处理结果：名称");
  await second.conflict.getByRole("button", { name: "放弃我的，载入对方的" }).click();
  await expect(second.field("处理过程")).toBeVisible();

  await rename(second, "处理过程", "处理办法");
  await second.saved();
  await rename(first, "处理过程", "处理经过");
  await first.conflict.getByRole("button", { name: "用我的覆盖对方的" }).click();
  await first.saved();
  await expect(first.conflict).toBeHidden();
});

test("at 200 % the panes open over the sheet, and keys bring and send them away", async ({ page }) => {
  await openDesigner(page, "设计表单");
  await page.setViewportSize({ width: 640, height: 400 });
  const form = new FormDesigner(page);
  const { inspector } = form;
  const lug = page.getByRole("button", { name: "属性", exact: true });
  await expect(lug).toHaveAttribute("aria-expanded", "false");
  await expect(left(page)).toBeHidden();
  await form.field("严重程度").click();
  await lug.press("Enter");
  await inspector.getByLabel("名称", { exact: true }).press("Escape");
  await expect(inspector).toBeHidden();
  await expect(lug).toBeFocused();
  await page.keyboard.press("/");
  await expect(left(page).getByRole("textbox")).toBeFocused();
  await lug.click();
  await expect(left(page)).toBeHidden();
  await expect(inspector.getByLabel("名称", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
});
