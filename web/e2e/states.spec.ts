import type { Page } from "@playwright/test";
import { foundApart } from "./support/founding";
import { expect, test } from "./support/house";
import { ADMIN, givePasswords, type Person } from "./support/people";

/** What a page shows while the server thinks, when it fails, and when it says no. */
test.use({ story: "states" });

const MEMBER: Person = { login: "wu.gang", name: "吴刚", password: "a gang of his own" };
const REQUEST = "0199c3f2-states";

interface Place {
  name: string;
  path: string;
  /** What it asks for first. */
  asked: RegExp;
  /** There once that came. */
  shown: (page: Page) => ReturnType<Page["locator"]>;
}

function places(app: string, form: string, board: string): Place[] {
  return [
    { name: "inbox", path: "/inbox", asked: /v1\/inbox\?/, shown: (page) => page.getByText("没有待办，都处理完了") },
    { name: "apps", path: "/apps", asked: /v1\/apps$/, shown: (page) => page.getByRole("link", { name: /设备报修/ }) },
    {
      name: "records",
      path: `/apps/${app}/forms/${form}`,
      asked: /v1\/forms\/[^/]+\/query$/,
      shown: (page) => page.getByRole("gridcell").first(),
    },
    {
      name: "board",
      path: `/apps/${app}/boards/${board}`,
      asked: new RegExp(`v1/boards/${board}$`),
      shown: (page) => page.getByRole("region", { name: "状态分布" }),
    },
    { name: "people", path: "/directory", asked: /v1\/directory$/, shown: (page) => page.getByText("吴刚").first() },
    { name: "audit", path: "/admin/audit", asked: /v1\/audit/, shown: (page) => page.getByRole("listitem").first() },
  ];
}

const failure = {
  status: 500,
  contentType: "application/problem+json",
  body: JSON.stringify({ status: 500, code: "internal", title: "internal", request_id: REQUEST }),
};

test("every page has the shape of its content while the server thinks, and says what failed, its number, and a way on", async ({
  appliance,
  enter,
  playwright,
}) => {
  await foundApart(playwright, appliance);
  const page = await enter(ADMIN);
  const [app] = await (await page.request.get("/api/v1/apps")).json();
  for (const { name, path, asked, shown } of places(app.id, app.forms[0].id, app.boards[0].id)) {
    await test.step(name, async () => {
      let fail = () => {};
      const thinking = new Promise<void>((resolve) => {
        fail = resolve;
      });
      await page.route(asked, async (route) => {
        await thinking;
        await route.fulfill(failure);
      });
      await page.goto(path);
      const skeleton = page.locator('[class*="late"]').first();
      await expect(skeleton).toHaveCSS("opacity", "1");
      await expect(page.locator(".ant-spin")).toHaveCount(0);
      fail();
      const trouble = page.getByRole("alert").filter({ hasText: REQUEST });
      await expect(trouble).toBeVisible();
      await page.unroute(asked);
      await trouble.getByRole("button", { name: "重试" }).click();
      await expect(shown(page)).toBeVisible();
      await expect(trouble).toHaveCount(0);
    });
  }
  await givePasswords(page, [MEMBER]);
  const member = await enter(MEMBER);
  await member.goto(`/apps/${app.id}/forms/${app.forms[0].id}/design`);
  await expect(member.getByRole("alert")).toContainText("管理员");
  await expect(member.getByRole("button", { name: "重试" })).toHaveCount(0);
});
