import type { Page, Request } from "@playwright/test";
import { MINUTE_MS } from "./support/clock";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { tasks } from "./support/orders";
import { ADMIN, givePasswords, type Person, signIn } from "./support/people";
import { Purchases } from "./support/purchases";

/** What becomes of a decision between the finger and the server. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.use({ story: "decisions" });

const FIRST: Person = { login: "wu.gang", name: "吴刚", password: "the first who signs it" };
const SECOND: Person = { login: "zhou.min", name: "周敏", password: "the second who comes late" };
const MANY = 32;
/** And a little more than it can be taken back. */
const HOLD_MS = 9_000;

const row = (page: Page, what: string) => tasks(page).filter({ hasText: what });
const approve = (page: Page) =>
  page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: "同意", exact: true });
const confirm = (page: Page) =>
  page.getByRole("dialog", { name: "同意" }).getByRole("button", { name: "同意", exact: true });
const toast = (page: Page) => page.getByRole("status").filter({ has: page.getByRole("button", { name: "立即提交" }) });

/** The decisions that leave a window. */
function decisionsOf(page: Page): Request[] {
  const found: Request[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/approve?hold=true")) found.push(request);
  });
  return found;
}

const keyOf = (request: Request | undefined) => request?.headers()["idempotency-key"];

test("a push moves neither the list that is scrolled nor the words that are being typed", async ({
  appliance,
  enter,
  playwright,
  request,
}) => {
  await foundApart(playwright, appliance);
  const purchases = new Purchases(request, appliance.url);
  await purchases.build([FIRST.login, SECOND.login]);
  const things = Array.from({ length: MANY }, (_, at): [string, string] => [`P${at + 1}`.padEnd(6, "号"), "10"]);
  await purchases.order(...things);
  await givePasswords(await enter(ADMIN), [FIRST, SECOND]);
  const page = await enter(FIRST);
  await expect(tasks(page)).toHaveCount(MANY);
  await tasks(page).nth(20).getByRole("button").click();
  const words = page.getByLabel("评论", { exact: true });
  await words.fill("还差一份报价");
  const list = page.getByRole("list", { name: "待办列表" }).locator("..");
  await list.evaluate((element) => element.scrollTo(0, 500));
  const seen = async () => (await tasks(page).nth(12).boundingBox())?.y;
  const before = await seen();
  await purchases.order(["推来的", "1"]);
  await expect(page.getByRole("button", { name: "1 条新待办" })).toBeVisible();
  await expect(words).toHaveValue("还差一份报价");
  expect(await seen()).toBe(before);
});

test("a decision waits at the server: a colleague still has it, another device takes it back, a closed window changes nothing", async ({
  clock,
  enter,
}) => {
  const page = await enter(FIRST);
  const colleague = await enter(SECOND);
  const phone = await enter(FIRST, "phone");
  await row(page, "P1号").getByRole("button").click();
  const link = new URL(page.url()).pathname.replace("/inbox/", "/orders/");
  await approve(page).click();
  await page.getByRole("dialog", { name: "同意" }).getByLabel("意见").fill("照此采购");
  await confirm(page).click();
  await expect(toast(page)).toContainText("P1号");
  const goOn = clock.back(MINUTE_MS);
  await expect(row(page, "P1号")).toHaveCount(0);
  await expect(row(phone, "P1号")).toHaveCount(0);
  await expect(row(colleague, "P1号")).toHaveCount(1);

  await phone.goto(link);
  await expect(phone.getByText("同意即将提交")).toBeVisible();
  await phone.getByRole("button", { name: "撤销" }).click();
  await expect(approve(phone)).toBeVisible();
  await expect(row(page, "P1号")).toHaveCount(1);
  goOn();

  await approve(phone).click();
  await confirm(phone).click();
  await expect(toast(phone)).toBeVisible();
  await phone.close();
  await expect(row(colleague, "P1号")).toHaveCount(1);
  clock.forward(HOLD_MS);
  await expect(row(colleague, "P1号")).toHaveCount(0);
});

test("eight seconds are eight seconds, though the mouse lies on the message; a finger that taps twice decides once", async ({
  enter,
}) => {
  const page = await enter(FIRST, "phone");
  await page.clock.install();
  await page.goto("/inbox");
  const sent = decisionsOf(page);
  await row(page, "P2号").getByRole("button").click();
  await approve(page).tap();
  await confirm(page).dblclick();
  await toast(page).hover();
  await page.clock.fastForward(4_000);
  await expect(toast(page)).toBeVisible();
  await page.clock.fastForward(5_000);
  await expect(toast(page)).toHaveCount(0);
  await expect(tasks(page)).toHaveCount(MANY - 1);
  expect(sent).toHaveLength(1);
});

test("a link opens an order by itself: who was faster stands there, and back leads to the inbox", async ({
  clock,
  enter,
  open,
}) => {
  // What was decided a moment ago goes now.
  clock.forward(HOLD_MS);
  const page = await enter(FIRST, "phone");
  await page.goto("/inbox?tab=done");
  await row(page, "P2号").getByRole("button").click();
  await expect(page).toHaveURL(/\/inbox\/.+/);
  const link = new URL(page.url()).pathname.replace("/inbox/", "/orders/");

  // Nobody is signed in yet: the door stands before the order, and is gone once it was gone through.
  const late = await open("phone");
  await late.goto(link);
  await late.getByLabel("账号").fill(SECOND.login);
  await late.getByLabel("密码").fill(SECOND.password);
  await late.getByRole("button", { name: "登录", exact: true }).click();
  await expect(late.getByText(new RegExp(`已由 ${FIRST.name} 于 .+ 处理`))).toBeVisible();
  await late.goBack();
  await expect(late).toHaveURL(/\/inbox$/);
  await expect(tasks(late)).toHaveCount(MANY - 1);

  const again = await late.context().newPage();
  await again.goto(link);
  await expect(again.getByText("已完成").first()).toBeVisible();
  await again.goBack();
  await expect(again).toHaveURL(/\/inbox$/);
  await expect(tasks(again)).toHaveCount(MANY - 1);
});

test("a batch tells its sum and how far it is, waits for the network under its own keys, and what failed goes again", async ({
  open,
}) => {
  const page = await open();
  await signIn(page, FIRST);
  await expect(tasks(page)).toHaveCount(MANY - 1);
  const sent = decisionsOf(page);
  let calls = 0;
  let isHeld = true;
  await page.route("**/api/v1/inbox/approve?hold=true", async (route) => {
    calls += 1;
    const call = calls;
    if (call === 2) return route.abort();
    if (call === 3) await expect.poll(() => isHeld).toBe(false);
    if (call === 4) return route.fulfill({ status: 500, body: "{}" });
    return route.continue();
  });
  const boxes = page.getByRole("checkbox", { name: /^选中/ });
  await boxes.first().check({ force: true });
  await boxes.nth(29).click({ force: true, modifiers: ["Shift"] });
  const batch = page.getByRole("region", { name: "批量同意" });
  await expect(batch).toContainText("已选 30 条");
  await expect(batch).toContainText("¥300.00");
  await batch.getByLabel(/^意见/).fill("都同意");
  await batch.getByRole("button", { name: "同意 30 条" }).click();
  await expect(tasks(page)).toHaveCount(1);
  const tray = page.getByRole("region", { name: "进行中的任务" });
  await expect(tray).toContainText("10 / 30");
  await expect.poll(() => calls).toBe(2);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => sent.length).toBe(4);
  expect(sent.slice(2).map(keyOf)).toContain(keyOf(sent[1]));
  isHeld = false;
  await expect(tray).toContainText("已同意 20 条");
  await expect(tray.getByRole("listitem")).toHaveCount(10);
  await tray.getByRole("button", { name: "重试" }).click();
  await expect(tray).toContainText("已同意 10 条");
  expect(new Set(sent.map(keyOf)).size).toBe(3);
  await expect(tasks(page)).toHaveCount(1);
});
