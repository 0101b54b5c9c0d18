import { MINUTE_MS } from "../support/clock";
import { expect, test } from "../support/house";
import { notices } from "../support/notices";
import { history, openForm, openTask, say, submit } from "../support/orders";
import { ENGINEER, FORM, LEAD, STAFF } from "./cast";

export const LATE = "黄河锻压";

const REMINDED = `待办已超时：普通处理`;
const ESCALATED = `下属的待办已超时：普通处理`;

export function limit(): void {
  test("thirty working minutes that begin before closing time end in the morning: then the handler is reminded and the next manager told, once each", async ({
    enter,
    clock,
  }) => {
    // A quarter of an hour before the working day ends; the rest of the limit is of the next morning.
    const monday = clock.nextWeek(0, 17, 45);
    const morning = clock.nextWeek(1, 9, 15);
    clock.to(monday);
    const reporter = await enter(STAFF, "phone");
    await openForm(reporter, FORM);
    await submit(reporter, { customer: LATE, urgency: "普通", problem: "电气" });
    const address = reporter.url();
    const before = await enter(ENGINEER);
    await openTask(before, LATE);
    await expect(before.getByText(/09:15 到期/)).toBeVisible();

    // Whatever is due happens before anything that somebody does: a comment would bring an early reminder out.
    clock.to(morning - MINUTE_MS);
    const staff = await enter(STAFF, "phone");
    await staff.goto(address);
    await say(staff, "今天能来吗？");
    const engineer = await enter(ENGINEER);
    const lead = await enter(LEAD);
    await expect(await notices(engineer, REMINDED)).toHaveCount(0);

    clock.to(morning + MINUTE_MS);
    const toldOnce = async () => {
      await expect(await notices(engineer, REMINDED)).toHaveCount(1);
      await expect(await notices(lead, ESCALATED)).toHaveCount(1);
    };
    await expect(toldOnce).toPass();

    clock.forward(20 * MINUTE_MS);
    await say(staff, "已经停线了");
    await toldOnce();
    await openTask(engineer, LATE);
    await expect(engineer.getByText(/已超时/).first()).toBeVisible();
    await expect(history(engineer).filter({ hasText: /“普通处理”已超时/ })).toHaveCount(1);
  });
}
