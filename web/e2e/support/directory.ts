import { expect, type Page } from "@playwright/test";
import type { Person } from "./people";

/** Departments, people and teams as an administrator makes them. */

export async function addDepartment(page: Page, name: string): Promise<void> {
  await page.goto("/directory");
  await page.getByRole("button", { name: "添加部门" }).click();
  const sheet = page.getByRole("dialog", { name: "添加部门" });
  await sheet.getByLabel("部门名称").fill(name);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("region", { name: "部门树" }).getByText(name)).toBeVisible();
}

/** Answers the password that is shown once. */
export async function addPerson(page: Page, person: Person, department: string): Promise<string> {
  await page.goto("/directory");
  await page.getByRole("button", { name: "添加成员" }).click();
  const sheet = page.getByRole("dialog", { name: "添加成员" });
  await sheet.getByLabel("姓名").fill(person.name);
  await sheet.getByLabel("账号").fill(person.login);
  await sheet.getByRole("combobox", { name: "部门" }).fill(department);
  await page.getByRole("treeitem", { name: department, exact: true }).click();
  await page.keyboard.press("Tab");
  await sheet.getByRole("button", { name: "保存" }).click();
  const once = page.getByRole("dialog", { name: `${person.name} 的初始密码` });
  const password = (await once.locator("code").textContent()) ?? "";
  await once.getByRole("button", { name: "我已记下" }).click();
  await expect(once).toBeHidden();
  return password;
}

export async function addTeam(page: Page, name: string, member: string): Promise<void> {
  await page.goto("/directory/teams");
  await page.getByRole("button", { name: "添加用户组" }).first().click();
  const sheet = page.getByRole("dialog", { name: "添加用户组" });
  await sheet.getByLabel("用户组名称").fill(name);
  await sheet.getByRole("combobox", { name: "成员" }).fill(member);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toBeHidden();
}
