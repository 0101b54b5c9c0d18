import type { Page } from "@playwright/test";
import { openBoard } from "../support/app";
import type { Appliance } from "../support/appliance";
import { MINUTE_MS } from "../support/clock";
import { expect, test } from "../support/house";
import { notices } from "../support/notices";
import { act, history, openForm, openTask, submit } from "../support/orders";
import { APP, BOARD, ENGINEER, FORM, LEAD, STAFF } from "./cast";

const CUT = "淮河模具";
const URGENT = "运河泵阀";
const REMINDED = "待办已超时：普通处理";
const ESCALATED = "下属的待办已超时：普通处理";
const SENTENCES = 60;
const CONFIRMED_MIN = 10;

export function powerCut(): void {
  test("the power fails in the middle of all this: everything confirmed is there, and what was waiting goes out once", async ({
    enter,
    appliance,
    clock,
    wecom,
  }) => {
    const lead = await enter(LEAD);
    await openBoard(lead, APP, BOARD);
    const staff = await enter(STAFF, "phone");
    await wecom.fillMinute();
    await openForm(staff, FORM);
    await submit(staff, { customer: URGENT, urgency: "高", problem: "机械" });
    await expect.poll(() => wecom.verdicts.at(-1)).toBe(45009);
    await openForm(staff, FORM);
    await submit(staff, { customer: CUT, urgency: "普通", problem: "机械" });

    const confirmed = await sayUntil(CONFIRMED_MIN, staff, appliance);
    expect(confirmed.length).toBeGreaterThanOrEqual(CONFIRMED_MIN);
    await appliance.start();

    await staff.reload();
    for (const text of confirmed) await expect(history(staff).filter({ hasText: text })).toHaveCount(1);
    await expect(
      lead.getByRole("region", { name: "全部工单" }).getByRole("button", { name: "5", exact: true }),
    ).toBeVisible();
    clock.forward(2 * MINUTE_MS);
    await expect.poll(() => wecom.told.filter((text) => text.includes(URGENT))).toHaveLength(1);
  });

  test("the reminder that was pending when the power failed comes, exactly once, and the work goes on", async ({
    enter,
    appliance,
    clock,
  }) => {
    const told = async (engineer: Page, lead: Page, times: number) => {
      await expect(await notices(engineer, REMINDED)).toHaveCount(times);
      await expect(await notices(lead, ESCALATED)).toHaveCount(times);
    };
    // Of the order that was late before.
    await told(await enter(ENGINEER), await enter(LEAD), 1);
    // Longer than an idle session lives, so both come anew.
    clock.forward(35 * MINUTE_MS);
    const engineer = await enter(ENGINEER);
    const lead = await enter(LEAD);
    const toldOnce = () => told(engineer, lead, 2);
    await expect(toldOnce).toPass();

    await appliance.kill();
    await appliance.start();
    clock.forward(20 * MINUTE_MS);
    await openTask(engineer, CUT);
    await act(engineer, "完成", {});
    await toldOnce();
  });
}

/** Many sentences at once; the power fails when some of them are confirmed. Gives those that were. */
async function sayUntil(enough: number, page: Page, appliance: Appliance): Promise<string[]> {
  const order = page.url().split("/").at(-1);
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  const confirmed: string[] = [];
  let death: Promise<void> | undefined;
  const say = async (text: string): Promise<void> => {
    const data = { text, mentions: [], files: [] };
    const answer = await page.request.post(`/api/v1/orders/${order}/comment`, { headers, data });
    if (answer.ok()) confirmed.push(text);
    if (confirmed.length >= enough) death ??= appliance.kill();
  };
  await Promise.allSettled(Array.from({ length: SENTENCES }, (_, at) => say(`第 ${at + 100} 句`)));
  await death;
  return confirmed;
}
