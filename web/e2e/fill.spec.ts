import type { Page } from "@playwright/test";
import { attach, EACH_ONCE, loseUnderSecond, piecesOf, stopSecond, waitsForNetwork } from "./support/broken_upload";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN } from "./support/people";
import { Visits } from "./support/visits";

/** What is typed is never lost and never sent twice, and a form is filled by keys and on small screens as well. */
test.describe.configure({ mode: "default" });
test.use({ story: "fill" });

let app = "";
let form = "";

const who = (page: Page) => page.getByLabel("来访人");
const room = (page: Page) => page.getByLabel("会议室");
const send = (page: Page) => page.getByRole("button", { name: "提交", exact: true });
const resumed = (page: Page) => page.getByText("已恢复上次没有提交的内容。");
const title = (page: Page, name: string) => page.getByRole("heading", { name });

async function fresh(page: Page): Promise<Page> {
  await page.goto(`/new/${form}`);
  await expect(who(page)).toBeVisible();
  return page;
}

/** Another window of the same person on the same device. */
const another = async (page: Page): Promise<Page> => fresh(await page.context().newPage());

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance, async (request) => {
    const visits = new Visits(request, appliance.url);
    await visits.build();
    ({ app, form } = visits);
  });
});

test("two windows of one form write two orders, and starting over in one leaves the other alone", async ({ enter }) => {
  const one = await fresh(await enter(ADMIN));
  await who(one).fill("甲");
  await expect(one.getByText(/^草稿已保存/)).toBeVisible();
  const two = await another(one);
  await expect(two.getByText("另一个窗口里有一张没有提交的，这里是新的一张。")).toBeVisible();
  await expect(who(two)).toHaveValue("");
  await who(two).fill("乙");
  await send(one).click();
  await expect(title(one, "甲")).toBeVisible();
  await who(two).pressSequentially("丙");
  await send(two).click();
  await expect(title(two, "乙丙")).toBeVisible();
  expect(two.url()).not.toBe(one.url());

  const again = await fresh(one);
  await expect(resumed(again)).toHaveCount(0);
  await expect(who(again)).toHaveValue("");
});

test("steady typing reaches the server, and a closed tab gives everything back until it is begun anew", async ({
  appliance,
  enter,
}) => {
  const page = await fresh(await enter(ADMIN));
  const visits = new Visits(page.request, appliance.url);
  const saved = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/v1/orders"));
  await who(page).pressSequentially("来访的人很多很多", { delay: 600 });
  expect((await saved).postDataJSON().draft).toBe(true);
  await room(page).fill("三号");
  const next = await page.context().newPage();
  await page.close();
  await fresh(next);
  await expect(resumed(next)).toBeVisible();
  await expect(who(next)).toHaveValue("来访的人很多很多");
  await expect(room(next)).toHaveValue("三号");
  visits.form = form;
  expect(await visits.draft()).not.toBeNull();
  await next.getByRole("button", { name: "重新填写" }).click();
  await expect(who(next)).toHaveValue("");
  await fresh(next);
  await expect(resumed(next)).toHaveCount(0);
  expect(await visits.draft()).toBeNull();
});

test("what was sent elsewhere is not written back, and never resumed", async ({ appliance, enter }) => {
  const page = await fresh(await enter(ADMIN));
  const visits = new Visits(page.request, appliance.url);
  visits.form = form;
  await who(page).fill("丁");
  await expect(page.getByText(/^草稿已保存/)).toBeVisible();
  const id = await visits.draft();
  await visits.wire.post(`/orders/${id}/submit`, { values: { who: "丁" } });
  await who(page).pressSequentially("的同事");
  await expect(page.getByText("这张工单已在别处提交。")).toBeVisible();
  await expect(send(page)).toHaveCount(0);
  await page.getByRole("button", { name: "以此新建一张" }).click();
  await expect(who(page)).toHaveValue("丁的同事");
  await send(page).click();
  await expect(title(page, "丁的同事")).toBeVisible();
  await fresh(page);
  await expect(resumed(page)).toHaveCount(0);
});

test("what is filled in at a step is saved by itself, comes back after a closed tab, and can be given up", async ({
  appliance,
  enter,
}) => {
  const page = await enter(ADMIN);
  const visits = new Visits(page.request, appliance.url);
  visits.form = form;
  const order = await visits.order("戊");
  await page.goto(`/orders/${order}`);
  await room(page).fill("一号");
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible();
  expect((await visits.wire.get(`/orders/${order}`)).values.room).toBe("一号");
  await room(page).fill("二号");
  const next = await page.context().newPage();
  await page.close();
  await next.goto(`/orders/${order}`);
  await expect(next.getByText("已恢复您上次未提交的修改")).toBeVisible();
  await expect(room(next)).toHaveValue("二号");
  await next.getByRole("button", { name: "放弃修改" }).click();
  await expect(room(next)).toHaveValue("一号");
});

test("a file goes on when its page is left, in the next window, and over a lost network, and hangs on its draft once", async ({
  appliance,
  enter,
}) => {
  const page = await enter(ADMIN);
  const visits = new Visits(page.request, appliance.url);
  visits.app = app;
  await page.goto(`/new/${await visits.papers()}`);
  const begun = piecesOf(page);
  await stopSecond(page);
  await attach(page, "spindle.log");
  await expect(page.getByText(/^草稿已保存/)).toBeVisible();
  await page.getByRole("link", { name: "待办" }).click();
  await expect(page.getByRole("heading", { name: "待办", exact: true })).toBeVisible();
  const trayOf = (window: Page) => window.getByRole("region", { name: "进行中的任务" });
  await expect(trayOf(page)).toContainText("附件单");
  await expect(trayOf(page).getByText("已暂停，联网后继续")).toBeVisible();
  await expect.poll(() => begun).toEqual(EACH_ONCE.slice(0, 1));

  const next = await page.context().newPage();
  const reached = piecesOf(next);
  await loseUnderSecond(next);
  const question = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await question).type()).toBe("beforeunload");
  await (await question).accept();
  await next.goto("/inbox");
  const tray = trayOf(next);
  await waitsForNetwork(next, tray, "spindle.log");
  await expect(tray).toContainText("1 个文件已上传，打开后自动加入。");
  expect(reached).toEqual(EACH_ONCE.slice(1));

  await tray.getByRole("button", { name: "打开" }).click();
  const file = next.getByRole("link", { name: "spindle.log" });
  await expect(file).toHaveCount(1);
  await expect(tray).toHaveCount(0);
  await expect(next.getByText(/^草稿已保存/)).toBeVisible();
  await next.reload();
  await expect(file).toHaveCount(1);
  await send(next).click();
  await expect(next).toHaveURL(/\/orders\//);
  await expect(file).toHaveCount(1);
});

test("a field says what is wrong when it is left, and Tab goes through the form with a ring around what has the focus", async ({
  enter,
}) => {
  const page = await fresh(await enter(ADMIN));
  const phone = page.getByLabel("手机");
  await who(page).focus();
  await page.keyboard.type("己");
  await page.keyboard.press("Tab");
  await expect(phone).toBeFocused();
  await page.keyboard.type("12");
  await expect(phone).not.toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Tab");
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(room(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(send(page)).toBeFocused();
  await expect(send(page)).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(phone).toBeFocused();
  await phone.fill("");
  await page.keyboard.press("Tab");
  await expect(phone).not.toHaveAttribute("aria-invalid", "true");
});

/** A small laptop, and a large one at twice its size. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 720, height: 450 },
];

test("inbox, order, form and grid are whole on a small screen and at 200 %", async ({ appliance, enter }) => {
  const page = await enter(ADMIN);
  const visits = new Visits(page.request, appliance.url);
  visits.form = form;
  const order = await visits.order("庚");
  const places = [
    { path: "/inbox", part: page.getByRole("list", { name: "待办列表" }).getByRole("listitem").first() },
    { path: `/orders/${order}`, part: page.getByRole("toolbar", { name: "操作" }).getByRole("button").last() },
    { path: `/new/${form}`, part: send(page) },
    { path: `/apps/${app}/forms/${form}`, part: page.getByText("庚").first() },
  ];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const { path, part } of places) {
      await page.goto(path);
      await expect(part, `${path} at ${size.width}`).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    }
  }
});

test("the canvas is there at once for whoever asked for less motion", async ({ enter }) => {
  const page = await enter(ADMIN);
  await page.goto(`/apps/${app}/forms/${form}/flow`);
  await expect(page.locator(".react-flow__node").first()).toBeVisible();
  await page.locator(".react-flow__viewport").evaluate((view) => {
    view.setAttribute("data-stops", "0");
    new MutationObserver((changes) => {
      view.setAttribute("data-stops", String(Number(view.getAttribute("data-stops")) + changes.length));
    }).observe(view, { attributeFilter: ["style"] });
  });
  await page.keyboard.press("-");
  // Longer than the way takes else.
  await page.waitForTimeout(500);
  await expect(page.locator(".react-flow__viewport")).toHaveAttribute("data-stops", "1");
});
