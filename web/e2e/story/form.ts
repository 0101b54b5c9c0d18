import { FormDesigner } from "../support/form_designer";
import { expect, test } from "../support/house";
import { ADMIN, signIn } from "../support/people";
import { APP, FORM } from "./cast";

/** Fourteen kinds, as the palette calls them, and what the questions are called, by group. */
const GROUPS = {
  客户与问题: [
    ["单行文本", "客户名称"],
    ["单选", "紧急程度"],
    ["下拉选择", "问题类型"],
    ["多行文本", "问题描述"],
    ["多选", "涉及部件"],
    ["图片", "现场照片"],
  ],
  费用与合同: [
    ["数字", "数量"],
    ["金额", "单价"],
    ["公式", "合计"],
    ["日期", "购买日期"],
    ["开关", "保修期内"],
    ["评分", "满意度"],
    ["附件", "合同"],
    ["流水号", "单号"],
  ],
} as const;

export function form(): void {
  test("a form of fourteen kinds in two groups is dragged together, tried on and taken back", async ({ page }) => {
    await signIn(page, ADMIN);
    await page.goto("/apps");
    await page.getByRole("button", { name: "新建应用" }).first().click();
    await page.getByLabel("应用名称").fill(APP);
    await page.getByRole("button", { name: /创\s?建/ }).click();
    await page.getByRole("button", { name: "新建表单" }).first().click();
    await page.getByLabel("表单名称").fill(FORM);
    await page.getByRole("button", { name: "开始设计" }).click();

    const designer = new FormDesigner(page);
    for (const [group, questions] of Object.entries(GROUPS)) {
      await designer.group(group);
      for (const [kind, label] of questions) await designer.drag(kind, label);
    }
    await designer.field("客户名称").click();
    await designer.inspector.getByRole("switch", { name: "必填" }).click();
    await expect(page.getByRole("main").getByRole("img", { name: "必填" })).toBeVisible();
    await designer.field("合计").click();
    await designer.inspector.getByRole("textbox", { name: "公式" }).fill("数量 * 单价");

    await designer.field("紧急程度").click();
    await designer.option(1, "高", "红");
    await designer.option(2, "普通");
    const second = designer.inspector.getByRole("textbox", { name: "第 2 个选项" });
    await designer.undo.click();
    await expect(second).not.toHaveValue("普通");
    await designer.redo.click();
    await expect(second).toHaveValue("普通");
    await designer.field("问题类型").click();
    await designer.option(1, "机械", "蓝");
    await designer.option(2, "电气", "橙");
    await designer.saved();
  });

  test("the form is seen at desktop and phone width with its groups, colours and sums, and published", async ({
    page,
  }) => {
    await signIn(page, ADMIN);
    await page.goto("/apps");
    await page
      .getByRole("link", { name: new RegExp(APP) })
      .first()
      .click();
    await page
      .getByRole("link", { name: new RegExp(FORM) })
      .first()
      .click();
    await page.getByRole("link", { name: "设计表单" }).first().click();
    await page.getByRole("button", { name: "预览" }).click();
    const preview = page.getByRole("dialog", { name: /预览/ });
    for (const group of Object.keys(GROUPS)) await expect(preview.getByRole("heading", { name: group })).toBeVisible();
    const customer = preview.getByLabel("客户名称");
    const width = async () => (await customer.boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(390);
    await preview.getByText("手机", { exact: true }).click();
    await expect.poll(width).toBeLessThan(390);

    const ground = async (option: string) => {
      const tile = preview.getByRole("radio", { name: option, exact: true });
      await tile.check({ force: true });
      return tile.locator("..").evaluate((it) => getComputedStyle(it).backgroundColor);
    };
    expect(await ground("高")).not.toBe(await ground("普通"));
    await preview.getByLabel("数量").fill("3");
    await preview.getByLabel("单价").fill("120");
    await expect(preview.getByText("360")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();

    const designer = new FormDesigner(page);
    await designer.publish("第一版");
    await page.reload();
    await expect(designer.field("单号")).toBeVisible();
  });
}
