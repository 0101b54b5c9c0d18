import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { chooseFromMenu } from "./menu";
import type { Person } from "./people";

/** Departments, people and teams as an administrator makes them. */

const tree = (page: Page) => page.getByRole("region", { name: "部门树" });

export async function addDepartment(page: Page, name: string): Promise<void> {
  await page.goto("/directory");
  await page.getByRole("button", { name: "添加部门" }).click();
  const sheet = page.getByRole("dialog", { name: "添加部门" });
  await sheet.getByLabel("部门名称").fill(name);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(tree(page).getByText(name)).toBeVisible();
}

/** The crown in the tree says who leads it. */
export async function setHead(page: Page, department: string, head: string): Promise<void> {
  await page.goto("/directory");
  await tree(page).getByText(department).hover();
  await page.getByRole("button", { name: `${department} 的操作` }).click();
  await chooseFromMenu(page, /设负责人/);
  const sheet = page.getByRole("dialog", { name: /设负责人/ });
  await sheet.getByRole("combobox", { name: "负责人" }).fill(head);
  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toBeHidden();
  await expect(tree(page).getByLabel(new RegExp(head))).toBeVisible();
}

interface Place {
  department: string;
  manager: string;
  position: string;
}

/** Answers the password that is shown once. */
export async function addPerson(page: Page, person: Person, place: Place): Promise<string> {
  await page.goto("/directory");
  await page.getByRole("button", { name: "添加成员" }).click();
  const sheet = page.getByRole("dialog", { name: "添加成员" });
  await sheet.getByLabel("姓名").fill(person.name);
  await sheet.getByLabel("账号").fill(person.login);
  await sheet.getByRole("combobox", { name: "部门" }).fill(place.department);
  await page.getByRole("treeitem", { name: place.department, exact: true }).click();
  await page.keyboard.press("Tab");
  await sheet.getByRole("combobox", { name: "上级", exact: true }).fill(place.manager);
  await page.keyboard.press("Enter");
  await sheet.getByRole("combobox", { name: "岗位" }).fill(place.position);
  await page.keyboard.press("Enter");
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

export async function addRole(page: Page, name: string, member: string): Promise<void> {
  await page.goto("/directory/roles");
  await page.getByRole("button", { name: "添加角色" }).first().click();
  const sheet = page.getByRole("dialog", { name: "添加角色" });
  await sheet.getByLabel("角色名称").fill(name);
  await sheet.getByRole("combobox", { name: "成员" }).fill(member);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toBeHidden();
}

/** After an import: first passwords for all newcomers, out of the list that is saved. Login, password. */
export async function givenPasswords(page: Page, count: number): Promise<[string, string][]> {
  await page.getByRole("button", { name: `为 ${count} 人生成初始密码` }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: `下载 ${count} 人的清单` }).click();
  const [, ...lines] = readFileSync(await (await saved).path(), "utf8")
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const [, login = "", password = ""] = line.split(",");
    return [login, password];
  });
}
