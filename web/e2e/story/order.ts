import { MINUTE_MS } from "../support/clock";
import { expect, test } from "../support/house";
import { act, history, openTask, submit, tasks } from "../support/orders";
import { ADMIN } from "../support/people";
import { picture } from "../support/picture";
import { ENGINEER, FORM, LEAD, PRODUCTION, QUALITY, STAFF } from "./cast";

const CUSTOMER = "长江机床";

export function order(): void {
  test("an urgent order from a phone, with a photo, arrives in the team's open inbox, and the robot's limit only delays the news", async ({
    enter,
    clock,
    wecom,
  }) => {
    clock.to(clock.nextWeek(0, 10, 0));
    const engineer = await enter(ENGINEER);
    await expect(engineer.getByText("没有待办，都处理完了")).toBeVisible();
    await wecom.fillMinute();

    const staff = await enter(STAFF, "phone");
    await staff.getByRole("link", { name: "发起", exact: true }).tap();
    await staff.getByRole("link", { name: FORM }).tap();
    const file = { name: "spindle.png", mimeType: "image/png", buffer: picture(640, 480) };
    await staff.getByLabel("问题描述").fill("主轴高速时有异响");
    await staff.locator('input[type="file"]').first().setInputFiles(file);
    await expect(staff.getByRole("img", { name: /spindle.png/ })).toBeVisible();
    await submit(staff, { customer: CUSTOMER, urgency: "高", problem: "机械" });
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await expect(tasks(engineer).filter({ hasText: CUSTOMER })).toContainText("售后处理");
    await expect.poll(() => wecom.verdicts.at(-1)).toBe(45009);
    const administrator = await enter(ADMIN);
    await administrator.goto("/admin/outbox");
    await administrator.getByText(/^等待送出 1$/).click();
    const waiting = administrator.getByRole("listitem").filter({ hasText: CUSTOMER });
    await expect(waiting).toContainText("已尝试 1 次");
    await expect(waiting).toContainText("45009");
    expect(wecom.told.filter((text) => text.includes(CUSTOMER))).toHaveLength(0);

    clock.forward(MINUTE_MS);
    await expect.poll(() => wecom.told.filter((text) => text.includes(CUSTOMER))).toHaveLength(1);
    expect(wecom.told.at(-1)).toContain("王磊");
    expect(wecom.verdicts.filter((verdict) => verdict === 45009)).toHaveLength(1);
  });

  test("the task is claimed and handled, one approver returns the order with a reason, and its author reads it on the phone", async ({
    enter,
    clock,
  }) => {
    const claiming = await enter(ENGINEER);
    await openTask(claiming, CUSTOMER);
    await act(claiming, "领取");
    const lead = await enter(LEAD);
    await expect(lead.getByText("没有待办，都处理完了")).toBeVisible();
    // Longer than a sign-in lasts unused.
    clock.forward(40 * MINUTE_MS);
    const engineer = await enter(ENGINEER);
    await openTask(engineer, CUSTOMER);
    await act(engineer, "完成", { reason: "更换主轴轴承" });

    const production = await enter(PRODUCTION);
    await openTask(production, CUSTOMER);
    clock.forward(5 * MINUTE_MS);
    await act(production, "退回", { way: "退回发起人", reason: "请补充设备编号" });

    const staff = await enter(STAFF, "phone");
    await tasks(staff).filter({ hasText: CUSTOMER }).getByRole("button").first().tap();
    await expect(staff.getByRole("alert").filter({ hasText: "请补充设备编号" })).toContainText("赵产");
    await staff.getByLabel("问题描述").fill("CNC-777 主轴高速时有异响");
    await act(staff, "提交");
  });

  test("it is handled again, both approve, it closes, and its page tells who, when, how long, which branch and why", async ({
    enter,
  }) => {
    const engineer = await enter(ENGINEER);
    await openTask(engineer, CUSTOMER);
    await act(engineer, "领取");
    await act(engineer, "完成", {});
    for (const person of [QUALITY, PRODUCTION]) {
      const approver = await enter(person);
      await openTask(approver, CUSTOMER);
      await act(approver, "同意", {});
    }

    const lead = await enter(LEAD);
    await lead.getByRole("link", { name: /抄送/ }).click();
    await tasks(lead).filter({ hasText: CUSTOMER }).getByRole("button").first().click();
    await expect(lead.getByText("已完成").first()).toBeVisible();
    await expect(lead.getByRole("img", { name: /spindle.png/ })).toBeVisible();
    const told = history(lead);
    for (const line of [
      /孙员 提交了工单/,
      /“条件分支”走向.*满足：.*紧急程度 = 高/,
      /周工 领取了“售后处理”/,
      /周工 完成了“售后处理”.*更换主轴轴承.*用时 4\d分钟/,
      /“并行分支”分成并行的几路/,
      /赵产 从“生产审批”退回.*请补充设备编号.*用时 5分钟/,
      /孙员 重新提交了工单/,
      /陈质 同意了“质量审批”/,
      /赵产 同意了“生产审批”/,
      /各路已汇合/,
      /抄送给 王磊/,
      /工单已完成/,
    ]) {
      await expect(told.filter({ hasText: line }).first(), String(line)).toBeVisible();
    }
  });
}
