import { foundApart } from "./support/founding";
import { allowEdits, COLLEAGUE, cell, looked, report } from "./support/grid";
import { expect, test } from "./support/house";
import { ADMIN, givePasswords } from "./support/people";

/** Two people in one list: what one does never lands on a record the other did not choose. */
test.describe.configure({ mode: "serial" });
test.use({ story: "grid, together" });

let list = "";

test.beforeAll(async ({ playwright, appliance }) => {
  await foundApart(playwright, appliance, async (request) => {
    list = await allowEdits(request, appliance.url, "newest first");
  });
});

test("a colleague's new record waits, and what is chosen and written stays with its record", async ({ enter }) => {
  const page = await enter(ADMIN);
  await givePasswords(page, [COLLEAGUE]);
  await report(page, list, 3, "MINE");
  await page.goto(list);
  const mine = cell(page, 0, "equipment");
  await expect(mine).toHaveText("MINE");
  await mine.click();
  await expect(mine).toHaveAttribute("data-at", "true");

  const colleague = await enter(COLLEAGUE);
  await report(colleague, list, 2, "THEIRS");
  const pill = page.getByRole("button", { name: "2 条新记录" });
  await expect(pill).toBeVisible();
  await expect(mine).toHaveText("MINE");

  // What others write in a record that is in view is seen all the same.
  await colleague.goto(list);
  await cell(colleague, 3, "equipment").dblclick();
  await colleague.getByRole("grid").getByRole("textbox").fill("CHANGED");
  await colleague.keyboard.press("Enter");
  await expect(cell(page, 1, "equipment")).toHaveText("CHANGED");

  // An open cell stays with its record.
  await page.keyboard.press("F2");
  await page.getByRole("grid").getByRole("textbox").fill("MINE-2");
  await report(colleague, list, 1, "THEIRS");
  await expect(page.getByRole("button", { name: "3 条新记录" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(mine.locator('[data-state="ok"]')).toBeAttached();
  await expect(cell(colleague, 2, "equipment")).toHaveText("MINE-2");

  await cell(page, 0, "equipment").click();
  await page.getByRole("button", { name: "3 条新记录" }).click();
  await expect(cell(page, 0, "equipment")).toHaveText("THEIRS");
  await expect(cell(page, 3, "equipment")).toHaveAttribute("data-at", "true");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+z");
  await expect(cell(page, 3, "equipment")).toHaveText("MINE");
  await expect(cell(page, 0, "equipment")).toHaveText("THEIRS");
});

test("a record that leaves the list takes the choice with it: no other is hit", async ({ enter }) => {
  const page = await enter(ADMIN);
  const filters = [{ column: { field: "equipment" }, test: { op: "is", value: "THEIRS" } }];
  await page.goto(looked(list, { filters }));
  const below = cell(page, 1, "equipment");
  await expect(below).toHaveText("THEIRS");
  await cell(page, 0, "equipment").click();

  const colleague = await enter(COLLEAGUE);
  await colleague.goto(list);
  await cell(colleague, 0, "equipment").dblclick();
  await colleague.getByRole("grid").getByRole("textbox").fill("GONE");
  await colleague.keyboard.press("Enter");
  await expect(page.getByText("所选单元格已不在列表中")).toBeVisible();
  await expect(page.locator('[role=gridcell][data-at="true"]')).toHaveCount(0);
  await page.keyboard.press("Delete");
  await page.keyboard.type("x");
  await expect(page.getByRole("grid").getByRole("textbox")).toHaveCount(0);
  await expect(cell(page, 0, "equipment")).toHaveText("THEIRS");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, 0, "equipment")).toHaveAttribute("data-at", "true");
});
