import { setUp } from "../support/founding";
import { expect, test } from "../support/house";

export function setup(): void {
  test("the house is set up in the browser, and the recovery key is typed back", async ({ page, appliance }) => {
    await page.goto("/");
    await page.getByLabel("初始化码").fill("wrong-code");
    await page.getByRole("button", { name: "下一步" }).click();
    await expect(page.getByRole("alert")).toBeVisible();

    await setUp(page, appliance.setupCode, "空白");
    await page.getByRole("link", { name: "应用", exact: true }).first().click();
    await expect(page.getByText("还没有应用")).toBeVisible();
  });
}
