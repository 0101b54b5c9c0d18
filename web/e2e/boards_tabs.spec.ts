import { readFile } from "node:fs/promises";
import { Audit } from "./access/audit";
import { addRobot } from "./support/administration";
import { BoardDesigner } from "./support/board_designer";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { chooseFromMenu } from "./support/menu";
import { ADMIN } from "./support/people";

/** One board with two tabs, from the designer to the paper. */
test.use({ story: "board tabs" });

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance);
});

test("a board gets tabs, which are named, moved, deleted and taken back, and each is asked for by itself", async ({
  appliance,
  enter,
  request,
}) => {
  const headers = { "X-Tessera": "1", Origin: appliance.url };
  await request.post("/api/v1/session", { headers, data: { login: ADMIN.login, password: ADMIN.password } });
  const [app] = await (await request.get("/api/v1/apps")).json();
  const board = `/apps/${app.id}/boards/${app.boards[0].id}`;
  const page = await enter(ADMIN);
  const designer = new BoardDesigner(page);
  const tabs = page.getByRole("tablist", { name: "标签页" }).getByRole("tab");
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  const drawn = (title: string) => page.getByRole("group", { name: new RegExp(`^${title}，`) });

  await page.goto(`${board}/design`);
  await expect(drawn("状态分布")).toBeVisible();
  await page.getByRole("button", { name: "添加标签页" }).click();
  await expect(tabs).toHaveText(["标签页 1", "标签页 2"]);
  await expect(page.getByRole("heading", { name: "这个标签页还是空的" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("phb");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-tile]")).toHaveCount(1);
  await tab("标签页 2").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("人员");
  await page.keyboard.press("Enter");
  await tab("人员").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(tabs).toHaveText(["人员", "标签页 1"]);
  await expect(page.getByRole("button", { name: "撤销：移动标签页“人员”" })).toBeEnabled();

  await tab("标签页 1").click();
  await drawn("满意度").focus();
  await page.keyboard.press("Enter");
  await designer.choose("所在标签页", "人员");
  await expect(tab("人员")).toHaveAttribute("aria-selected", "true");
  await expect(drawn("满意度")).toBeVisible();
  await expect(page.locator("[data-tile]")).toHaveCount(2);
  const outline = page.getByRole("complementary", { name: "组件面板" });
  await outline.getByText("大纲", { exact: true }).click();
  await expect(outline.getByRole("list", { name: "人员" }).getByRole("listitem")).toHaveCount(3);
  await outline.getByRole("button", { name: "状态分布", exact: true }).click();
  await expect(tab("标签页 1")).toHaveAttribute("aria-selected", "true");

  await page.getByRole("button", { name: "“标签页 1”的操作" }).click();
  await chooseFromMenu(page, "删除标签页");
  await expect(tabs).toHaveText(["人员"]);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(tabs).toHaveText(["人员", "标签页 1"]);
  await designer.saved();

  let asked = 0;
  page.on("request", (one) => {
    if (one.url().endsWith("/api/v1/tiles")) asked += 1;
  });
  await page.goto(board);
  await expect(tab("人员")).toHaveAttribute("aria-selected", "true");
  const region = (title: string) => page.getByRole("region", { name: title });
  await expect(region("满意度").getByText(/^截至 /)).toBeVisible();
  expect(asked).toBe(2);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/page=tab/);
  await expect(region("状态分布")).toBeVisible();
  await expect(region("满意度")).toHaveCount(0);
  await page.keyboard.press("[");
  await expect(region("满意度")).toBeVisible();

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.keyboard.press("Control+p");
  await expect(page.locator("body[data-printed]")).toBeVisible();
  await expect(page.getByRole("tabpanel")).toHaveCount(2);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("tabpanel")).toHaveCount(1);

  const choose = async (what: string, tabs: "open" | "all") => {
    await page.getByRole("button", { name: "导出看板" }).click();
    const item = page.getByRole("menuitem", { name: what });
    await (tabs === "open" ? item.first() : item.last()).click();
  };
  await page.evaluate(() => document.body.removeAttribute("data-printed"));
  await choose("打印或存为 PDF", "open");
  await expect(page.locator("body[data-printed]")).toBeVisible();
  await expect(page.getByRole("tabpanel")).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));

  const take = async (what: string, tabs: "open" | "all") => {
    const file = page.waitForEvent("download");
    await choose(what, tabs);
    const taken = await file;
    return { name: taken.suggestedFilename(), bytes: (await readFile(await taken.path())).toString("latin1") };
  };
  const picture = await take("图片（PNG）", "open");
  expect([picture.name, picture.bytes.slice(1, 4)]).toEqual(["维修看板 · 人员.png", "PNG"]);
  const book = await take("数据（Excel", "all");
  expect(book.name).toBe("维修看板.xlsx");
  // Every tile has a sheet but the list of orders, which this person may look at and not take away.
  expect(new Set(book.bytes.match(/sheet\d+\.xml/g)).size).toBe(7 + 1);
  await expect(page.getByText("没有导出这些工单的权限")).toBeVisible();

  const phone = await enter(ADMIN, "phone");
  await phone.goto(board);
  await phone.getByRole("tab", { name: "标签页 1" }).click();
  await expect(phone.getByRole("region", { name: "状态分布" })).toBeVisible();
});

test("a push is set up on the board and sent at once: the group reads the figures, and a notice leads back", async ({
  appliance,
  enter,
  wecom,
}) => {
  const page = await enter(ADMIN);
  await addRobot(page, "班组群", wecom.url);
  const [app] = await (await page.request.get("/api/v1/apps")).json();
  const board = `/apps/${app.id}/boards/${app.boards[0].id}`;
  await page.goto(board);
  await page.getByRole("button", { name: "定时推送" }).click();
  const sheet = page.getByRole("dialog", { name: "定时推送" });
  await sheet.getByRole("button", { name: "添加推送" }).click();
  const editor = page.getByRole("dialog", { name: "添加推送" });
  await editor.getByRole("button", { name: "保存" }).click();
  await expect(editor.getByRole("alert")).toBeVisible();
  await editor.getByLabel("群机器人").click();
  await page.getByTitle("班组群", { exact: true }).click();
  await editor.getByRole("combobox", { name: "成员" }).click();
  await page.keyboard.type(ADMIN.name);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await editor.getByLabel("时间").fill("8:30");
  await editor.getByRole("button", { name: "保存" }).click();
  await expect(editor).toBeHidden();
  const push = sheet.getByRole("listitem", { name: "每个工作日 08:30" });
  await expect(push).toContainText(`发给 班组群、${ADMIN.name}`);
  await push.getByRole("button", { name: "立即发送" }).click();
  await expect(push.getByRole("status")).toContainText("已送出");
  const told = wecom.told.at(-1) ?? "";
  expect(told).toContain(`按${ADMIN.name}所见统计`);
  expect(told).toMatch(/\*\*处理中\*\* \d+/);
  expect(told).toMatch(new RegExp(`\\[打开看板\\]\\(https://[^/]+${board}\\)$`));
  expect(await new Audit(page, appliance.url).findings()).toEqual([]);

  await page.goto("/notices");
  await page.getByRole("link", { name: /看板有新的数字/ }).click();
  await expect(page).toHaveURL(new RegExp(`${board}$`));
});
