import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openDesigner } from "./support/designer";
import { FlowDesigner } from "./support/flow_designer";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { chooseFromMenu, inAndOut } from "./support/menu";
import { ADMIN } from "./support/people";

/** The canvas by keys, beside a step, step by step, and as whoever follows an order sees it. Over the equipment repairs. */

test.use({ story: "flows", permissions: ["clipboard-read", "clipboard-write"] });

test.beforeAll(({ playwright, appliance }) => foundApart(playwright, appliance));

async function openFlow(page: Page): Promise<FlowDesigner> {
  await openDesigner(page, "设计流程");
  const flow = new FlowDesigner(page);
  await expect(flow.line("派单", "维修")).toBeAttached();
  return flow;
}

const zoomOf = (page: Page): Promise<number> =>
  page.locator(".react-flow__viewport").evaluate((one) => new DOMMatrix(getComputedStyle(one).transform).a);

const topOf = (page: Page): Promise<number> =>
  page.locator(".react-flow__viewport").evaluate((one) => new DOMMatrix(getComputedStyle(one).transform).f);

test("the drawing is put in order in one step, zoomed and searched by keys, and walked in every direction", async ({
  page,
}) => {
  const flow = await openFlow(page);
  const placed = () =>
    page
      .locator(".react-flow__node-step")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform).join());
  const before = await placed();
  await flow.step("验收").click();
  for (const _ of [1, 2, 3]) await page.keyboard.press("Shift+Alt+ArrowRight");
  await expect.poll(placed).not.toBe(before);
  const moved = await placed();
  await page.keyboard.press("Shift+Alt+T");
  await expect.poll(placed).toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(placed).toBe(moved);
  // Moves that follow quickly are one step; on a slow machine they may be three.
  await expect(async () => {
    await page.keyboard.press("Control+z");
    expect(await placed()).toBe(before);
  }).toPass();

  await page.keyboard.press("0");
  await expect.poll(() => zoomOf(page)).toBe(1);
  await page.keyboard.press("+");
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(1);
  await page.keyboard.press("0");
  await expect.poll(() => zoomOf(page)).toBe(1);
  await page.keyboard.press("-");
  await expect.poll(() => zoomOf(page)).toBeLessThan(1);
  await page.locator(".react-flow__pane").hover({ position: { x: 40, y: 200 } });
  const small = await zoomOf(page);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -400);
  await page.keyboard.up("Control");
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(small);
  await page.keyboard.press("1");
  for (const name of ["报修", "完成"]) await expect(flow.step(name)).toBeInViewport({ ratio: 0.99 });

  await page.keyboard.press("Control+f");
  await expect(page.getByRole("combobox", { name: "查找步骤" })).toBeFocused();
  await page.keyboard.type("派单");
  await page.keyboard.press("Enter");
  await expect(flow.step("派单")).toHaveClass(/selected/);
  await flow.step("派单").click();
  await page.keyboard.press("ArrowLeft");
  await expect(flow.step("抢修")).toHaveClass(/selected/);
  await page.keyboard.press("ArrowRight");
  await expect(flow.step("派单")).toHaveClass(/selected/);
  await page.keyboard.press("Enter");
  await expect(flow.inspector.getByLabel("名称", { exact: true })).toBeFocused();
});

test("a trial run is walked step by step, with who and why, and the drawing leaves as a picture of points", async ({
  page,
}) => {
  const flow = await openFlow(page);
  await page.getByRole("button", { name: "预览" }).click();
  const stepper = page.getByRole("toolbar", { name: "逐步查看" });
  await stepper.getByRole("button", { name: "下一步" }).click();
  await expect(stepper).toContainText(/第 1 步，共 \d 步/);
  const card = (name: string) => flow.step(name).locator("[data-color]");
  await expect(card("派单")).toHaveAttribute("data-here", "true");
  await expect(card("维修")).toHaveAttribute("data-off", "true");
  await expect(page.locator("li[aria-current=step]")).toContainText("“是否紧急”走其他情况：前面的条件都不满足");
  await page.keyboard.press("ArrowRight");
  await expect(stepper).toContainText(/第 2 步/);
  await expect(card("维修")).toHaveAttribute("data-here", "true");
  await expect(page.getByText(/^第 2 步，维修：/)).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(card("验收")).toHaveAttribute("data-here", "true");
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowLeft");
  await expect(stepper).toContainText(/^共 \d 步/);
  await expect(card("验收")).toHaveAttribute("data-off", "false");
  await page.getByRole("button", { name: "结束试运行" }).click();

  const download = page.waitForEvent("download");
  await inAndOut(page.getByRole("button", { name: "导出图片" }), page.getByRole("menuitem", { name: /PNG/ }));
  await page.getByRole("button", { name: "导出图片" }).click();
  await chooseFromMenu(page, /PNG/);
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.png$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(400);
});

test("beside a step it is copied behind itself, deleted with its line healed, replaced, and gets a branch for its second exit", async ({
  page,
}) => {
  const flow = await openFlow(page);
  await flow.step("维修").click();
  await page.getByRole("button", { name: /^复制/ }).click();
  await expect(flow.line("维修", "维修 2")).toBeAttached();
  await expect(flow.line("维修 2", "验收")).toBeAttached();
  await page.getByRole("button", { name: /^删除/ }).first().click();
  await expect(flow.line("维修", "维修 2")).toHaveCount(0);
  await expect(flow.line("维修", "验收")).toBeAttached();
  await flow.step("维修").click();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(flow.line("维修", "维修 2")).toBeAttached();
  await page.keyboard.press("Control+z");
  await expect(flow.line("维修", "维修 2")).toHaveCount(0);

  await flow.step("验收").click();
  await page.getByRole("button", { name: "添加“拒绝”分支" }).click();
  const picker = page.getByRole("dialog", { name: "选择要添加的步骤" });
  await picker.getByRole("button", { name: "办理" }).click();
  await expect(page.locator(".react-flow__edges").getByRole("group", { name: "验收 → 办理" })).toBeAttached();
  await expect(flow.line("办理", "抄送部门负责人")).toBeAttached();
  await expect(flow.step("办理").getByLabel("有错误")).toBeVisible();
  await flow.step("办理").click();
  await page.getByRole("button", { name: "更换类型" }).click();
  const kinds = page.getByRole("dialog", { name: "更换类型" });
  await kinds.getByRole("button", { name: "更新字段" }).click();
  await expect(flow.step("办理").getByLabel("更新字段")).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(flow.step("办理")).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(flow.step("办理")).toHaveCount(1);
  await page.keyboard.press("Control+y");
  await expect(flow.step("办理")).toHaveCount(0);

  await flow.step("维修").click();
  const own = flow.step("维修").getByLabel(/^另有设置：字段权限/);
  await expect(own).toBeVisible();
  await page.getByRole("button", { name: "更换类型" }).click();
  await expect(kinds.getByRole("button", { name: /^抄送/ })).toContainText(/会去掉：.*字段权限/);
  await kinds.getByRole("button", { name: /^审批/ }).click();
  await expect(flow.step("维修").getByLabel("审批")).toBeVisible();
  await expect(own).toBeVisible();
  await page.keyboard.press("Control+z");
  await flow.choose("处理人", "找不到人时", "停住，等管理员处理");
  await expect(flow.step("维修").getByLabel("有警告")).toBeVisible();
  await expect(page.getByText(/^草稿与版本 1 不同，在途 \d+ 张$/)).toBeVisible();
});

test("an order's picture tells what was done, by whom and when, what may come, and what was not taken", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  const headers = { "X-Tessera": "1", Origin: new URL(page.url()).origin };
  const [app] = await (await page.request.get("/api/v1/apps")).json();
  const running = { column: "state", test: { op: "in", values: ["running"] } };
  const data = { filters: [running], sort: [], columns: ["title"], rows: 50 };
  const { rows } = await (await page.request.post(`/api/v1/forms/${app.forms[0].id}/query`, { headers, data })).json();
  for (const { id } of rows) {
    const { tasks } = await (await page.request.get(`/api/v1/orders/${id}`)).json();
    if (tasks[0]?.node_name !== "维修") continue;
    await page.goto(`/orders/${id}`);
    const drawn = page.getByRole("img", { name: "流程图" });
    const told = (stand: string) => drawn.locator(`g[data-stand=${stand}] > title`).allTextContents();
    await expect.poll(() => told("now")).toEqual([expect.stringMatching(/^维修 · 进行中 · .+ · .+\d\d:\d\d 起$/)]);
    expect(await told("passed")).toEqual(["抢修 · 没有走"]);
    expect(await told("ahead")).toEqual(["验收 · 可能经过", "抄送部门负责人 · 可能经过", "完成 · 可能经过"]);
    expect((await told("done")).at(-1)).toMatch(/^派单 · 已经过 · .+ · .+\d\d:\d\d$/);
    await expect(drawn.locator("g[data-way=passed]")).toHaveText(/严重或停机/);
    await expect(drawn.locator("g[data-way=taken]")).toHaveText(/其他/);
    return;
  }
  throw new Error("the sample company repairs nothing");
});

test("a condition keeps its line for everything else and hints at what it catches; what falls beside the canvas says where it may", async ({
  page,
}) => {
  const flow = await openFlow(page);
  await flow.insert("条件分支", "抄送部门负责人", "完成");
  await page.locator("[data-edge]").getByText("未设置条件").click();
  await flow.condition("严重程度", "等于", "严重");
  await flow.step("条件分支").click();
  await expect(flow.inspector.getByRole("list", { name: "条件提示" })).toContainText("走“其他情况”");
  await page.locator("[data-edge]").getByText("其他情况", { exact: true }).click();
  await expect(flow.inspector.getByRole("switch", { name: "其他情况" })).toBeDisabled();
  await page.keyboard.press("Delete");
  await expect(page.getByText("“其他情况”没有删除")).toBeVisible();
  await expect(page.locator("[data-edge]").getByText("其他情况", { exact: true })).toBeVisible();
  await page.locator("[data-edge]").getByText("严重程度 = 严重").click();
  await page.keyboard.press("Control+x");
  await expect(page.getByText("连线没有剪切")).toBeVisible();
  await flow.inspector.getByRole("switch", { name: "其他情况" }).click();
  await expect(page.locator("[data-edge]").getByText("未设置条件")).toHaveCount(1);

  const item = page.getByRole("complementary", { name: "组件面板" }).getByRole("button", { name: "抄送", exact: true });
  const steps = await page.locator(".react-flow__node-step").count();
  await item.hover();
  await page.mouse.down();
  await page.mouse.move(600, 40, { steps: 4 });
  await expect(page.getByText("请放到画布、步骤或连线上")).toBeVisible();
  await page.mouse.up();
  await expect(page.locator(".react-flow__node-step")).toHaveCount(steps);

  const canvas = await page.locator(".react-flow").boundingBox();
  if (!canvas) throw new Error("there is a canvas");
  const [x, bottom] = [canvas.x + canvas.width / 4, canvas.y + canvas.height];
  await item.hover();
  await page.mouse.down();
  await page.mouse.move(x, bottom - 100, { steps: 4 });
  const before = await topOf(page);
  await page.mouse.move(x, bottom - 12, { steps: 2 });
  await expect.poll(() => topOf(page)).toBeLessThan(before - 100);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(page.locator(".react-flow__node-step")).toHaveCount(steps);
});
