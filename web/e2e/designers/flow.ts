import { readFile } from "node:fs/promises";
import { openDesigner, outline } from "../support/designer";
import { FlowDesigner } from "../support/flow_designer";
import { expect, test } from "../support/house";
import { chooseFromMenu } from "../support/menu";

/** What people do on the canvas beyond a first flow. */
export function flows(): void {
  test("a step that is added comes into view, one out of sight is pointed at, and a problem leads to its setting", async ({
    page,
  }) => {
    await openDesigner(page, "设计流程");
    const flow = new FlowDesigner(page);
    const list = await outline(page);
    await list.getByRole("button", { name: "抄送部门负责人", exact: true }).click();
    await page.keyboard.press("0");
    for (let times = 0; times < 4; times++) {
      await page.keyboard.press("n");
      const picker = page.getByRole("dialog", { name: "选择要添加的步骤" });
      await picker.getByRole("textbox").fill("bl");
      await page.keyboard.press("Enter");
      const name = times === 0 ? "办理" : `办理 ${times + 1}`;
      await expect(flow.step(name)).toBeInViewport({ ratio: 1 });
    }
    await page.locator(".react-flow__pane").hover({ position: { x: 40, y: 200 } });
    await page.mouse.wheel(0, -4_000);
    await page.getByRole("button", { name: "“办理 4”在画面之外，点击前往" }).click();
    await expect(flow.step("办理 4")).toBeInViewport();

    await page.getByRole("button", { name: /^问题（[1-9]/ }).click();
    await flow.problems
      .getByRole("button", { name: /办理 3/ })
      .first()
      .click();
    await expect(flow.step("办理 3")).toHaveClass(/selected/);
    await expect(flow.inspector.locator("[data-property=assign] :focus")).toBeVisible();

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "搜索与跳转" }).fill("bl4");
    await page.getByRole("option", { name: /^办理 4/ }).click();
    await expect(flow.step("办理 4")).toHaveClass(/selected/);
    await page.getByRole("combobox", { name: "查找步骤" }).fill("yans");
    await page.getByTitle("验收", { exact: true }).click();
    await expect(flow.step("验收")).toHaveClass(/selected/);
  });

  test("a published flow is held against the draft, and the drawing is taken away as a picture", async ({ page }) => {
    await openDesigner(page, "设计流程");
    await page.keyboard.press("n");
    await page.getByRole("dialog", { name: "选择要添加的步骤" }).getByRole("textbox").fill("banli");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "查看" }).first().click();
    const version = page.getByRole("dialog", { name: "版本 1" });
    await expect(version.getByRole("region", { name: "草稿与它的区别" })).toContainText("新增办理");
    await page.keyboard.press("Escape");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出图片" }).click();
    await chooseFromMenu(page, /SVG/);
    const svg = await readFile(await (await download).path(), "utf8");
    for (const name of ["报修", "严重或停机", "办理"]) expect(svg).toContain(name);
  });

  test("a note stays beside its step, a phase around its steps, and both are in the picture and among what differs", async ({
    page,
  }) => {
    await openDesigner(page, "设计流程");
    const flow = new FlowDesigner(page);
    await flow.step("验收").click();
    await page.keyboard.press("Shift+S");
    // On the paper itself, and not in the inspector beside it.
    await page.locator(".react-flow").getByRole("textbox", { name: "便签文字" }).fill("验收人由车间定\n每季度核对一次");
    await page.keyboard.press("Escape");
    const note = flow.note("验收人由车间定");
    const aside = async () => {
      const [paper, card] = [await note.boundingBox(), await flow.step("验收").boundingBox()];
      return Math.round((paper?.y ?? 0) - (card?.y ?? 1));
    };
    await expect.poll(aside).toBe(0);
    await page.keyboard.press("ArrowDown");
    await expect.poll(aside).not.toBe(0);
    await page.keyboard.press("Control+z");
    await expect.poll(aside).toBe(0);

    await flow.step("验收").click();
    await page.getByRole("button", { name: /^放进新阶段/ }).click();
    await flow.inspector.getByLabel("名称", { exact: true }).fill("收尾");
    await flow.inspector.getByRole("combobox", { name: "包含的步骤" }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle("报修", { exact: true }).click();
    await page.keyboard.press("Escape");
    await expect(flow.inspector.locator(".ant-select-selection-item")).toHaveCount(2);
    await flow.step("验收").click();
    await page.getByRole("button", { name: "移出阶段" }).click();
    await page.getByRole("button", { name: "阶段：收尾" }).click();
    await expect(flow.inspector.locator(".ant-select-selection-item")).toHaveText(["报修"]);
    await flow.saved();

    const locked = page.getByRole("img", { name: "“收尾”已锁定" });
    await page.keyboard.press("l");
    await expect(locked).toBeVisible();
    await page.keyboard.press("l");
    await expect(locked).toHaveCount(0);
    await note.click();
    await page.keyboard.press("l");
    await expect(note.getByRole("img", { name: /已锁定$/ })).toBeVisible();
    await page.locator(".react-flow__node-toolbar").getByRole("button", { name: /^解锁/ }).click();
    await expect(note.getByRole("img", { name: /已锁定$/ })).toHaveCount(0);

    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "查看" }).first().click();
    const changes = page.getByRole("region", { name: "草稿与它的区别" });
    await expect(changes).toContainText("新增便签：验收人由车间定");
    await expect(changes).toContainText("新增阶段：收尾");
    await page.keyboard.press("Escape");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出图片" }).click();
    await chooseFromMenu(page, /SVG/);
    const svg = await readFile(await (await download).path(), "utf8");
    for (const text of ["收尾", "验收人由车间定", "每季度核对一次"]) expect(svg).toContain(text);
  });

  test("the branches of a condition change places by keys and by dragging", async ({ page }) => {
    await openDesigner(page, "设计流程");
    const flow = new FlowDesigner(page);
    await flow.step("是否紧急").click();
    const grips = flow.inspector.getByRole("button", { name: /^拖动或按上下键调整/ });
    const names = () => grips.evaluateAll((all) => all.map((grip) => grip.getAttribute("aria-label")));
    await expect(grips).not.toHaveCount(0);
    const [first, second, ...others] = await names();
    await grips.first().press("ArrowDown");
    await expect.poll(names).toEqual([second, first, ...others]);
    const [from, to] = [await grips.nth(1).boundingBox(), await grips.first().boundingBox()];
    if (!from || !to) throw new Error("the branches have no place");
    await grips.nth(1).hover();
    await page.mouse.down();
    await page.mouse.move(to.x + 6, from.y - 4, { steps: 3 });
    await page.mouse.move(to.x + 6, to.y + 1, { steps: 3 });
    await page.mouse.up();
    await expect.poll(names).toEqual([first, second, ...others]);

    const list = await outline(page);
    const rows = list.locator("[data-branches]").first().locator("[data-renamed]");
    const branches = () => rows.allTextContents();
    await expect(rows).not.toHaveCount(0);
    const before = await branches();
    await rows.first().click();
    await page.keyboard.press("F2");
    await page.keyboard.type("马上修");
    await page.keyboard.press("Enter");
    await expect.poll(branches).toEqual(["马上修", ...before.slice(1)]);
    await expect(flow.step("马上修")).toHaveClass(/selected/);
    const [head, last] = [await rows.first().boundingBox(), await rows.last().boundingBox()];
    if (!head || !last) throw new Error("the outline has no branches");
    await page.mouse.move(head.x - 8, head.y + 8);
    await page.mouse.down();
    await page.mouse.move(last.x + 700, last.y, { steps: 3 });
    await expect(list.locator("[data-dragged]")).toHaveCount(1);
    await expect(page.getByText("只能在“是否紧急”的分支之间移动")).toBeVisible();
    await expect(page.locator("body")).toHaveCSS("cursor", "not-allowed");
    await page.mouse.move(last.x, last.y + last.height, { steps: 2 });
    await page.mouse.up();
    await expect(list.locator("[data-dragged]")).toHaveCount(0);
    await expect.poll(branches).toEqual([...before.slice(1), "马上修"]);

    const name = page.getByRole("button", { name: "验收", exact: true });
    const row = list.getByRole("listitem").filter({ has: name }).last();
    await row.hover();
    await row.getByRole("button", { name: "在画布上隐藏“验收”" }).click();
    await expect(flow.step("验收")).toHaveCount(0);
    await expect(flow.line("验收", "抄送部门负责人")).toHaveCount(0);
    await flow.step("马上修").click();
    await page.keyboard.press("l");
    await page.keyboard.press("Delete");
    await expect(page.getByText("“马上修”已锁定，先在大纲里解锁再改。")).toBeVisible();
    await expect(flow.inspector.getByLabel("名称", { exact: true })).toBeDisabled();
    await flow.saved();
    await page.reload();
    await expect(flow.step("验收")).toHaveCount(0);
    await flow.step("马上修").click();
    await page.locator(".react-flow__node-toolbar").getByRole("button", { name: "解锁“马上修”" }).click();
    await expect(page.getByRole("button", { name: /^更换类型/ })).toBeVisible();
    await page.getByRole("button", { name: "已隐藏 1 项 全部显示" }).first().click();
    await expect(flow.step("验收")).toHaveCount(1);
  });

  test("steps are selected together, moved by keys and set together, and a line that may not be drawn says why", async ({
    page,
  }) => {
    await openDesigner(page, "设计流程");
    const flow = new FlowDesigner(page);
    await flow.step("验收").click();
    await flow.step("是否紧急").click({ modifiers: ["Shift"] });
    await flow.step("报修").click({ modifiers: ["Control"] });
    await expect(flow.inspector.getByRole("heading", { name: "已选中 3 项" })).toBeVisible();
    await flow.step("报修").click({ modifiers: ["Shift"] });
    await expect(flow.inspector.getByRole("heading", { name: "已选中 2 项" })).toBeVisible();
    const left = async () => (await flow.step("验收").boundingBox())?.x;
    const before = await left();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Shift+Alt+ArrowRight");
    await expect(page.getByText(/^2 项一起移动，.+ 移到横/)).toBeAttached();
    await expect.poll(left).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(left).toBe(before);

    await flow.step("派单").click();
    await flow.step("维修").click({ modifiers: ["Shift"] });
    await flow.group("时限").getByRole("button", { name: "都按“派单”的来" }).click();
    await expect(flow.step("维修")).toContainText("1 小时未处理 → 提醒");
    await expect(flow.inspector.getByRole("spinbutton")).toHaveValue("1");

    await page.keyboard.press("Escape");
    await flow.connect("验收", "报修");
    await expect(page.getByText("没有线能连回发起", { exact: false })).toBeVisible();
    await expect(flow.line("验收", "报修")).toHaveCount(0);
  });
}
