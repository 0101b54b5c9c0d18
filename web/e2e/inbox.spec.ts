import type { Page } from "@playwright/test";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { say, tasks } from "./support/orders";
import { ADMIN, givePasswords, type Person } from "./support/people";
import { Purchases } from "./support/purchases";

/** Many tasks of two people who share them. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.use({ story: "inbox" });

const FIRST: Person = { login: "wu.gang", name: "吴刚", password: "the first who signs it" };
const SECOND: Person = { login: "zhou.min", name: "周敏", password: "the second who comes late" };

const row = (page: Page, what: string) => tasks(page).filter({ hasText: what });
const opened = (page: Page) => tasks(page).locator('[aria-current="true"]');
const approve = (page: Page) =>
  page.getByRole("toolbar", { name: "操作" }).getByRole("button", { name: "同意", exact: true });
const confirm = (page: Page) =>
  page.getByRole("dialog", { name: "同意" }).getByRole("button", { name: "同意", exact: true });
/** Without an opinion, and without the eight seconds in which it can be taken back. */
async function agree(page: Page): Promise<void> {
  await confirm(page).click();
  await sendNow(page);
}
async function sendNow(page: Page): Promise<void> {
  const sent = page.waitForResponse("**/api/v1/held/send");
  await page.getByRole("button", { name: "立即提交" }).click();
  await sent;
}

const batch = (page: Page) => page.getByRole("region", { name: "批量同意" });

test("keys walk the list, open, tick a range, decide and go on to the next", async ({
  appliance,
  enter,
  playwright,
  request,
}) => {
  await foundApart(playwright, appliance);
  const purchases = new Purchases(request, appliance.url);
  await purchases.build([FIRST.login, SECOND.login]);
  await purchases.order(["轴承", "100"], ["皮带", "200"], ["滤芯", "300"], ["电机", "400"], ["油封", "500"]);
  const admin = await enter(ADMIN);
  await givePasswords(admin, [FIRST, SECOND]);

  const page = await enter(FIRST);
  await expect(tasks(page)).toHaveCount(5);
  const titles = await tasks(page).allInnerTexts();
  const first = titles[0] ?? "";
  for (const key of ["j", "j", "k", "o"]) await page.keyboard.press(key);
  await expect(opened(page)).toHaveCount(1);
  await expect(opened(page)).toContainText(first.split("\n")[0] ?? "");
  await page.keyboard.press("Escape");
  await expect(opened(page)).toHaveCount(0);

  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(batch(page)).toContainText("已选 3 条");
  await page.keyboard.press("Escape");
  await expect(batch(page)).toHaveCount(0);

  await page.keyboard.press("o");
  const decided = await opened(page).innerText();
  await expect(approve(page)).toBeVisible();
  await page.keyboard.press("a");
  await agree(page);
  // The next one is in front of the person, without a look at the list.
  await expect(tasks(page)).toHaveCount(4);
  await expect(opened(page)).toHaveCount(1);
  expect(await opened(page).innerText()).not.toBe(decided);

  // Refusing asks for a reason, and without one nothing is sent.
  await expect(approve(page)).toBeVisible();
  await page.keyboard.press("r");
  const sheet = page.getByRole("dialog", { name: "驳回" });
  await sheet.getByRole("button", { name: "驳回", exact: true }).click();
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(tasks(page)).toHaveCount(4);
});

test("who comes second is told who was first and when, and a batch says which of it did not go", async ({ enter }) => {
  const [page, late] = [await enter(FIRST), await enter(SECOND)];
  await expect(tasks(late)).toHaveCount(4);
  // The second one's list does not hear of it: the connection is gone.
  await late.route("**/api/v1/live*", (route) => route.abort());
  await late.reload();
  await expect(tasks(late)).toHaveCount(4);
  const titles = await tasks(page).allInnerTexts();
  const [shared = "", taken = ""] = titles.map((text) => text.split("\n")[0] ?? "");
  const decide = async (window: Page, what: string) => {
    await row(window, what).getByRole("button").click();
    await approve(window).click();
  };
  await decide(late, shared);
  await decide(page, shared);
  await agree(page);
  await confirm(late).click();
  await expect(late.getByText(new RegExp(`已由 ${FIRST.name} 于 .+ 处理`)).first()).toBeVisible();
  await expect(tasks(late)).toHaveCount(3);

  await decide(page, taken);
  await agree(page);
  await expect(row(page, taken)).toHaveCount(0);
  for (const box of await late.getByRole("checkbox", { name: /^选中/ }).all()) await box.check({ force: true });
  await expect(batch(late)).toContainText("已选 3 条");
  await batch(late).getByRole("button", { name: "同意 3 条" }).click();
  await expect(late.getByText("已同意 2 条")).toBeVisible();
  await expect(late.getByRole("listitem").filter({ hasText: taken })).toContainText(`已由 ${FIRST.name} 于`);
  await sendNow(late);
});

test("new tasks wait behind a pill, and what is being read does not move", async ({ appliance, enter, request }) => {
  const page = await enter(FIRST);
  await expect(page.getByText("没有待办，都处理完了")).toBeVisible();
  const purchases = new Purchases(request, appliance.url);
  await purchases.build([FIRST.login]);
  await purchases.order(["砂轮", "60"]);
  await expect(tasks(page)).toHaveCount(1);
  await row(page, "砂轮").getByRole("button").click();
  await purchases.order(["手套", "20"], ["护目镜", "30"]);
  const pill = page.getByRole("button", { name: "2 条新待办" });
  await expect(pill).toBeVisible();
  await expect(tasks(page)).toHaveCount(1);
  await pill.click();
  await expect(tasks(page)).toHaveCount(3);
  await expect(opened(page)).toContainText("砂轮");
});

test("a document that came with an order is read beside it, and one that cannot be read can still be taken along", async ({
  enter,
}) => {
  const page = await enter(ADMIN);
  const writer = await enter(ADMIN);
  await writer.setContent(`<h1>安装说明书</h1>${"<p>第一步：断开电源</p>".repeat(80)}`);
  const buffer = await writer.pdf({ format: "A4" });
  await page.goto("/inbox?tab=started");
  await row(page, "护目镜").getByRole("button").click();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: "说明书.pdf", mimeType: "application/pdf", buffer },
      { name: "坏了.pdf", mimeType: "application/pdf", buffer: buffer.subarray(0, 400) },
      { name: "读数.csv", mimeType: "text/csv", buffer: Buffer.from("时间,温度\n08:00,21\n") },
    ]);
  await say(page, "请看附件");
  const open = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const sheet = page.getByRole("dialog");
  await open("说明书.pdf");
  await expect(sheet.getByRole("listitem", { name: /^第 1 页，共 \d+ 页$/ })).toContainText("断开电源");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await open("坏了.pdf");
  await expect(sheet).toContainText("这份文件打不开");
  await expect(sheet.getByRole("link", { name: "下载" })).toHaveAttribute("download", "坏了.pdf");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await open("读数.csv");
  await expect(sheet).toContainText("08:00,21");
});
