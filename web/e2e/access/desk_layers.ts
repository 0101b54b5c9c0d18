import { expect, type Page } from "@playwright/test";
import { chooseFromMenu } from "../support/menu";
import { type Layer, press } from "./layers";

/** What opens only where there is room: over the designers, the grid and boards. `unfinished`: a form that cannot be published yet. */
export function deskLayers(at: (route: string) => string, unfinished: string): Layer[] {
  const on = (path: string, layers: Record<string, Layer["open"]>): Layer[] =>
    Object.entries(layers).map(([name, open]) => ({ name, path, device: "desktop", open }));
  const over = (route: string, layers: Record<string, Layer["open"]>) => on(at(route), layers);
  return [
    ...over("form designer", {
      "field of a form": (page) => field(page, /^(设备号|Equipment)$/).click(),
      "field permissions": press(PERMISSIONS),
      "permissions of roles": async (page) => {
        await press(PERMISSIONS)(page);
        await page.getByText(/^(按角色|By role)$/).click();
      },
      "form dependencies": press(/^(依赖关系|Dependencies)$/),
      "form preview": press(PREVIEW),
      "form publishing": press(PUBLISH),
      "form versions": comparedVersion,
    }),
    ...over("flow designer", {
      "step of a flow": (page) => page.getByRole("group", { name: "验收", exact: true }).click(),
      "note of a flow": (page) => page.locator(".react-flow__node-note").last().click(),
      "flow trial": press(PREVIEW),
      "flow publishing": press(PUBLISH),
      "flow version": press(/^(查看|Show)$/),
    }),
    ...on(`${unfinished}/design`, { "form problems": press(PROBLEMS) }),
    ...on(`${unfinished}/flow`, { "flow problems": press(PROBLEMS) }),
    ...over("board designer", {
      "chart of a board": (page) =>
        page
          .locator("[data-tile]")
          .nth(4)
          .click({ position: { x: 20, y: 20 } }),
      "board on a phone": (page) => page.getByText(/^(手机|Phone)$/).click(),
      "board versions": comparedVersion,
    }),
    ...over("board", { "data behind a chart": behind, "enlarged chart": enlarged }),
    ...over("table", { "paste preview": pasted, "saved view": savedView }),
    ...over("inbox", { "job tray": batch }),
  ];
}

const PREVIEW = /^(预览|Preview)$/;
const PUBLISH = /^(发\s?布|Publish)$/;
const PROBLEMS = /^(问题（|Problems \()/;
const PERMISSIONS = /^(字段权限|Field permissions)$/;
const MORE = /^(更多|More)$/;

const field = (page: Page, name: RegExp) => page.getByRole("main").getByRole("button", { name });

async function comparedVersion(page: Page): Promise<void> {
  await press(/^(历史版本|Versions)$/)(page);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /比较$|^Compare/ })
    .last()
    .click();
}

const chart = (page: Page) => page.getByRole("button", { name: /的操作$|^Actions of / }).nth(4);

async function behind(page: Page): Promise<void> {
  await chart(page).click();
  await chooseFromMenu(page, /^(看数据表|Show as table)$/);
}

async function enlarged(page: Page): Promise<void> {
  await chart(page).click();
  await chooseFromMenu(page, /^(放大|Enlarge)$/);
}

/** Two rows as a spreadsheet copies them: one of the cells does not fit. */
async function pasted(page: Page): Promise<void> {
  await page.locator("#cell-0-3").click();
  await page.getByRole("grid").evaluate((grid) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "CNC-022\t仓库\r\nSCREW-12\t火星\r\n");
    grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
}

async function savedView(page: Page): Promise<void> {
  await page.getByRole("toolbar").getByRole("button", { name: MORE }).click();
  await chooseFromMenu(page, /^(另存为视图|Save as a view)$/);
  await page.getByRole("dialog").getByRole("textbox").fill("本周停机");
}

/** Acceptances that lack an answer: none of them goes through, and the tray says why. */
async function batch(page: Page): Promise<void> {
  const tasks = page.getByRole("listitem").filter({ hasText: "报修单 · 验收" });
  for (const at of [0, 1]) await tasks.nth(at).getByRole("checkbox").check({ force: true });
  await page.getByRole("button", { name: /^(同意 \d+ 条|Approve \d+)/ }).click();
  await expect(page.getByRole("status").getByRole("listitem")).toHaveCount(2);
}
