import type { Page } from "@playwright/test";
import type { Appliance } from "./support/appliance";
import { expect, test } from "./support/house";
import { DEVICES } from "./support/people";

/** From an empty machine to an order that is approved, in English and dark, by somebody who only presses what the screen offers. */
test.describe.configure({ mode: "serial" });
test.use({ story: "english", locale: "en-US", colorScheme: "dark" });

const OWNER = { name: "Ada Lin", login: "ada", password: "correct horse battery" };

async function signIn(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Account").fill(OWNER.login);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
}

async function setUp(page: Page, appliance: Appliance): Promise<void> {
  const next = page.getByRole("button", { name: "Next" });
  await page.goto("/");
  await page.getByLabel("Setup code").fill(appliance.setupCode);
  await next.click();
  await page.getByLabel("Name").fill("Northwind");
  await next.click();
  await page.getByLabel("Name").fill(OWNER.name);
  await page.getByLabel("Account").fill(OWNER.login);
  await page.getByLabel("Password").fill(OWNER.password);
  await next.click();
  await page.getByRole("radio", { name: /^Empty/ }).check({ force: true });
  await page.getByRole("button", { name: "Create" }).click();
  const key = (await page.locator("output").textContent())?.trim() ?? "";
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("textbox").fill(key);
  await page.getByRole("button", { name: "Finish and start" }).click();
}

async function publish(page: Page, done: string): Promise<void> {
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: /Publish/ });
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(done)).toBeVisible();
}

test("an empty house has a form, whoever may fill it in, and a flow that is published as it stands", async ({
  page,
  appliance,
}) => {
  await setUp(page, appliance);
  await expect(page.getByText("Nothing to do. All done")).toBeVisible();
  await page.getByRole("link", { name: "Apps", exact: true }).click();
  await page.getByRole("button", { name: "New app" }).first().click();
  await page.getByLabel("Name of the app").fill("Facilities");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: "New form" }).click();
  await page.getByLabel("Name of the form").fill("Leave");
  await page.getByRole("button", { name: "Design it" }).click();
  await page.getByRole("button", { name: /^Leave request/ }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: /Publish/ });
  await expect(dialog.getByText("Everyone")).toBeVisible();
  await expect(dialog.getByText(/see their own orders/)).toBeVisible();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Version 1 published")).toBeVisible();

  await page.getByRole("link", { name: "Flow", exact: true }).click();
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Approval/ })
    .click();
  await publish(page, "Version 1 is published");
  // Whoever comes second is not asked again who may.
  await page.getByRole("link", { name: "Form", exact: true }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("Everyone")).toHaveCount(0);
});

test("an order is sent from a phone and approved on it, and its story is told in English", async ({
  browser,
  appliance,
}) => {
  const context = await browser.newContext({ ...DEVICES.phone, baseURL: appliance.url });
  const phone = await context.newPage();
  await signIn(phone);
  await phone.getByRole("link", { name: "New", exact: true }).click();
  await phone.getByRole("link", { name: /^Leave/ }).click();
  await phone.getByRole("button", { name: "Submit" }).click();
  await expect(phone.getByRole("strong").filter({ hasText: "3 things to mend" })).toBeVisible();
  await phone.getByRole("radio", { name: "Annual" }).check({ force: true });
  await phone.getByLabel("From").fill("2030-01-07T09:00");
  await phone.getByLabel("Until").fill("2030-01-11T18:00");
  await phone.getByRole("button", { name: "Submit" }).click();
  await expect(phone.getByText("Submitted").last()).toBeVisible();

  await phone.getByRole("link", { name: /Inbox/ }).click();
  await phone.getByRole("button", { name: /Annual/ }).click();
  const deeds = phone.getByRole("toolbar", { name: "Actions" });
  // What was done a moment ago is said above the buttons, not over them.
  await deeds.getByRole("button", { name: "Claim" }).click();
  await deeds.getByRole("button", { name: "Approve" }).click();
  await phone.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  // It can be taken back for eight seconds, or goes now.
  await phone.getByRole("button", { name: "Send now" }).or(phone.getByText("Done: Approve")).first().click();
  await expect(phone.getByText("Nothing to do. All done")).toBeVisible();
  await phone.getByRole("link", { name: /Done/ }).click();
  await phone.getByRole("button", { name: /Annual/ }).click();
  await expect(phone.getByText("Completed", { exact: true })).toBeVisible();
  await expect(phone.getByText(/^Ada Lin approved/)).toBeVisible();
  await context.close();
});
