import { openApp, openBoard } from "../support/app";
import { BoardDesigner } from "../support/board_designer";
import { expect, test } from "../support/house";
import { act, openForm, openTask, submit } from "../support/orders";
import { APP, BOARD, ENGINEER, FORM, LEAD, PRODUCTION, QUALITY, STAFF } from "./cast";
import { LATE } from "./limit";

export const OTHERS = "汉江泵业";

export function board(): void {
  test("the manager drags a board together: states, handling times, a trend, a change, a ranking, a table", async ({
    enter,
  }) => {
    // Nine charts are dragged, and without a graphics card the processor draws every frame.
    test.slow();
    const engineer = await enter(ENGINEER);
    await openForm(engineer, FORM);
    await submit(engineer, { customer: OTHERS, urgency: "高", problem: "电气" });

    const lead = await enter(LEAD);
    await openApp(lead, APP);
    await lead.getByRole("button", { name: "新建看板" }).first().click();
    await lead.getByLabel("看板名称").fill(BOARD);
    await lead.getByRole("dialog").getByRole("button", { name: "设计看板" }).click();
    const designer = new BoardDesigner(lead);
    await expect(lead.getByText("这个看板还是空的")).toBeVisible();

    await designer.drag("数字", { x: 60, y: 40 }, "全部工单");
    await designer.drag("环比数字", { x: 300, y: 40 }, "本周新增");
    await designer.drag("柱状图", { x: 60, y: 260 }, "各状态工单");
    for (const [by, title] of [
      ["处理人部门", "各部门用时"],
      ["处理人", "各人用时"],
      ["问题类型", "各类问题用时"],
    ] as const) {
      await designer.drag("柱状图", { x: 500, y: 260 }, title);
      await designer.choose("统计什么", "平均处理时长");
      await designer.choose("按什么分组", by);
    }
    await designer.drag("折线图", { x: 60, y: 300 }, "每周趋势");
    await designer.drag("排行榜", { x: 500, y: 300 }, "谁报修最多");
    await designer.drag("明细表", { x: 60, y: 300 }, "最近工单");
    await designer.saved();
  });

  test("the board says the right numbers, a click on a bar opens the orders behind it, and who sees less sees other numbers", async ({
    enter,
  }) => {
    const lead = await enter(LEAD);
    await openBoard(lead, APP, BOARD);
    const tile = (name: string) => lead.getByRole("region", { name });
    await expect(tile("全部工单").getByRole("button", { name: "3", exact: true })).toBeVisible();
    await expect(tile("本周新增")).toContainText("2");
    await expect(tile("本周新增")).toContainText("100%");
    await expect(tile("谁报修最多").getByRole("listitem")).toHaveText([/孙员.*2/, /周工.*1/]);
    await expect(tile("最近工单")).toContainText(LATE);

    await expect(tile("各人用时").getByRole("img", { name: /周工/ })).toBeVisible();
    await expect(tile("各类问题用时").getByRole("img", { name: /机械/ })).toBeVisible();

    // The bar stands on its name.
    const running = await tile("各状态工单").getByText("进行中").boundingBox();
    if (!running) throw new Error("there is no bar for what is under way");
    await lead.mouse.click(running.x + running.width / 2, running.y - 30);
    for (const customer of [OTHERS, LATE])
      await expect(lead.getByRole("gridcell", { name: customer }).first()).toBeVisible();
    await expect(lead.getByRole("row")).toHaveCount(3);

    const staff = await enter(STAFF);
    await openBoard(staff, APP, BOARD);
    await expect(
      staff.getByRole("region", { name: "全部工单" }).getByRole("button", { name: "2", exact: true }),
    ).toBeVisible();
  });

  test("the open board follows by itself when an order closes", async ({ enter }) => {
    const lead = await enter(LEAD);
    await openBoard(lead, APP, BOARD);
    const states = lead.getByRole("img", { name: /^各状态工单/ });
    await expect(states).toHaveAccessibleName(/最大的是“进行中”，2/);
    const engineer = await enter(ENGINEER);
    await openTask(engineer, LATE);
    await act(engineer, "完成", {});
    for (const person of [QUALITY, PRODUCTION]) {
      const approver = await enter(person);
      await openTask(approver, LATE);
      await act(approver, "同意", {});
    }
    await expect(states).toHaveAccessibleName(/最大的是“已完成”，2/);
  });
}
