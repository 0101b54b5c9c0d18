import { addCalendar, addRobot, tryRobot } from "../support/administration";
import { grant, openApp } from "../support/app";
import { addRole } from "../support/directory";
import { FlowDesigner } from "../support/flow_designer";
import { expect, test } from "../support/house";
import { ADMIN, signIn } from "../support/people";
import { APP, CALENDAR, DEPARTMENT, ENGINEER, LEAD, ROBOT, STAFF, TEAM } from "./cast";

const LEADS = "售后主管";

export function flow(): void {
  test("the working week, the group robot and the permissions are set up in the browser", async ({ page, wecom }) => {
    await signIn(page, ADMIN);
    await addCalendar(page, CALENDAR, "09:00", "18:00");
    await addRobot(page, ROBOT, wecom.url);
    expect(await tryRobot(page, ROBOT)).toContain("已送达");
    expect(wecom.taken.at(-1)).toContain("测试消息");

    await addRole(page, LEADS, LEAD.name);
    await grant(page, APP, [
      { role: "全体成员", preset: "填写，看本部门的" },
      { role: LEADS, preset: "全部记录的一切操作", also: ["设计"] },
    ]);
  });

  test("a flow is drawn by dragging, by the pluses and by keys, and each step says who it is for", async ({ page }) => {
    await signIn(page, ADMIN);
    const designer = await open(page);
    await page.getByRole("button", { name: /空白流程/ }).click();
    const { inspector } = designer;

    await designer.dragInto("条件分支", "发起", "结束");
    await designer.rename("办理", "售后处理");
    await designer.people("处理人", "用户组", TEAM);
    await inspector.getByRole("switch", { name: "先认领再办理" }).click();
    await inspector.getByRole("button", { name: "添加通知" }).click();
    await designer.people("通知其他人", "部门负责人", DEPARTMENT);
    await designer.choose("通知其他人", "通知渠道", `站内 + ${ROBOT}`);

    await designer.insert("办理", "条件分支", "结束");
    await designer.rename("办理", "普通处理");
    await designer.people("处理人", "指定成员", ENGINEER.name);
    await page.keyboard.press("Escape");
    await inspector.getByRole("switch", { name: "限时处理" }).click();
    await designer.limit(30, CALENDAR);
    await designer.whenLate("告知处理人的上级");

    await designer.line("条件分支", "售后处理").click();
    await designer.condition("紧急程度", "等于", "高");

    await designer.insertMeeting("并行分支");
    for (const [name, better, department] of [
      ["审批", "质量审批", "质量部"],
      ["审批 2", "生产审批", "生产部"],
    ] as const) {
      await designer.rename(name, better);
      await designer.people("处理人", "部门负责人", department);
    }
    await designer.type("抄送", "汇合", "生产审批");
    await designer.people("设置", "部门负责人", DEPARTMENT);
    await designer.saved();

    await page.reload();
    for (const step of [
      "发起",
      "条件分支",
      "售后处理",
      "普通处理",
      "并行分支",
      "质量审批",
      "生产审批",
      "汇合",
      "抄送",
    ]) {
      await expect(designer.step(step)).toBeVisible();
    }
    for (const [from, to] of [
      ["条件分支", "普通处理"],
      ["售后处理", "并行分支"],
      ["普通处理", "并行分支"],
      ["生产审批", "汇合"],
      ["汇合", "抄送"],
      ["抄送", "结束"],
    ] as const) {
      await expect(designer.line(from, to)).toHaveCount(1);
    }
    await expect(designer.step("售后处理")).toContainText(`${TEAM} · 可认领`);
    await expect(designer.step("普通处理")).toContainText("30 分钟未处理 → 提醒、告知上级");
  });

  test("a broken drawing is refused, and the list of problems leads to the line across the branches", async ({
    page,
  }) => {
    await signIn(page, ADMIN);
    const designer = await open(page);
    await designer.connect("质量审批", "生产审批");
    await designer.drag("办理", page.locator(".react-flow__pane"), { x: 60, y: 300 });
    await expect(designer.step("办理")).toBeVisible();
    await expect(page.getByRole("button", { name: /^问题（[1-9]/ })).toBeVisible();
    await page.getByRole("button", { name: "发布" }).click();
    await expect(designer.problems).toBeVisible();
    await expect(page.getByRole("dialog", { name: /发布/ })).toBeHidden();

    await page.keyboard.press("Escape");
    const across = designer.problems.getByRole("button", { name: /质量审批 → 生产审批/ }).first();
    await across.click();
    await expect(designer.line("质量审批", "生产审批")).toHaveClass(/selected/);
    await expect(designer.inspector.getByRole("heading", { name: "质量审批 → 生产审批" })).toBeVisible();
    await page.keyboard.press("Delete");
    await expect(designer.line("质量审批", "生产审批")).toHaveCount(0);

    await designer.problems.getByRole("button", { name: /办理/ }).first().click();
    await expect(designer.step("办理")).toHaveClass(/selected/);
    await page.keyboard.press("Delete");
    await expect(designer.problems.getByText("没有问题，可以发布。")).toBeVisible();
  });

  test("a trial run shows who would get each step by either branch, and the flow is published", async ({ page }) => {
    await signIn(page, ADMIN);
    const designer = await open(page);
    await page.getByRole("button", { name: "预览" }).click();
    const { inspector } = designer;
    await designer.choose("假设", "发起人", STAFF.name);
    await inspector.getByRole("radio", { name: "高" }).check({ force: true });
    const answer = designer.group("谁会收到").getByRole("listitem");
    const team = answer.filter({ hasText: "售后处理" });
    for (const text of ["用户组", LEAD.name, ENGINEER.name]) await expect(team).toContainText(text);
    await expect(team).not.toContainText(ADMIN.name);
    await expect(answer.filter({ hasText: "质量审批" })).toContainText("陈质");
    await expect(answer.filter({ hasText: "生产审批" })).toContainText("赵产");
    const copy = answer.filter({ hasText: "抄送" });
    for (const text of ["部门负责人", "王磊"]) await expect(copy).toContainText(text);
    await expect(answer.filter({ hasText: "普通处理" })).toHaveCount(0);
    await inspector.getByRole("radio", { name: "普通" }).check({ force: true });
    await expect(answer.filter({ hasText: "普通处理" })).toContainText("周工");
    await expect(answer.filter({ hasText: "售后处理" })).toHaveCount(0);
    await inspector.getByRole("button", { name: /结束试运行/ }).click();
    await designer.publish("第一版流程");
  });
}

async function open(page: Parameters<typeof openApp>[0]): Promise<FlowDesigner> {
  await openApp(page, APP);
  await page.getByRole("link", { name: "设计流程" }).first().click();
  await expect(page.getByRole("complementary", { name: "组件面板" })).toBeVisible();
  return new FlowDesigner(page);
}
