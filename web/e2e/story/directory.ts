import type { Locator, Page } from "@playwright/test";
import { addDepartment, addPerson, addTeam, givenPasswords, setHead } from "../support/directory";
import { expect, test } from "../support/house";
import { ADMIN, firstSignIn, signIn } from "../support/people";
import { DEPARTMENT, IMPORTED, LEAD, PEOPLE_CSV, TEAM } from "./cast";

export function directory(): void {
  const initial = new Map<string, string>();

  test("the directory is built by hand: a department with its head, somebody with a manager, a team", async ({
    page,
  }) => {
    await signIn(page, ADMIN);
    await addDepartment(page, DEPARTMENT);
    const password = await addPerson(page, LEAD, { department: DEPARTMENT, manager: ADMIN.name, position: "售后经理" });
    expect(password.length).toBeGreaterThanOrEqual(12);
    initial.set(LEAD.login, password);
    await setHead(page, DEPARTMENT, LEAD.name);
    await addTeam(page, TEAM, LEAD.name);
  });

  test("the rest of the directory comes from a file, and a wrong line is named before anything is written", async ({
    page,
  }) => {
    await signIn(page, ADMIN);
    await page.goto("/directory/import");
    const file = (text: string) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const chooser = page.locator('input[type="file"]');
    await chooser.setInputFiles(file(PEOPLE_CSV.replace("zhaochan,操作工", "nobody,操作工")));
    await expect(page.getByText("有 1 处需要修改")).toBeVisible();
    await page.getByRole("button", { name: "换一个文件" }).click();
    await chooser.setInputFiles(file(PEOPLE_CSV));
    await page.getByRole("button", { name: "导入 4 行" }).click();
    await expect(page.getByText("导入完成")).toBeVisible();
    for (const [login, password] of await givenPasswords(page, IMPORTED.length)) initial.set(login, password);
    await page.getByRole("link", { name: "查看成员" }).click();
    await expect(page.getByRole("button", { name: /孙员/ })).toContainText("上级 赵产");
  });

  test("of two administrators the second is asked before a change of the first is gone", async ({ enter }) => {
    const [first, second] = [await enter(ADMIN), await enter(ADMIN)];
    const open = async (page: Page) => {
      await page.goto("/directory/teams");
      await page.getByRole("button", { name: TEAM }).click();
      return page.getByRole("dialog", { name: "修改用户组" });
    };
    const save = (sheet: Locator) => sheet.getByRole("button", { name: "保存" }).click();
    const [mine, theirs] = [await open(first), await open(second)];
    await theirs.getByLabel("用户组名称").fill("白班组");
    await save(theirs);
    await expect(theirs).toBeHidden();

    const name = mine.getByLabel("用户组名称");
    const question = first.getByRole("dialog").filter({ hasText: "刚被其他人改过" });
    await name.fill(`${TEAM}（夜班）`);
    await save(mine);
    await question.getByRole("button", { name: "取消" }).click();
    await expect(name).toHaveValue(`${TEAM}（夜班）`);
    await name.fill(TEAM);
    await save(mine);
    await question.getByRole("button", { name: "用我的覆盖" }).click();
    await expect(mine).toBeHidden();
    await expect(second.getByRole("button", { name: TEAM })).toBeVisible();
  });

  test("what is typed into a sheet on a phone is not lost to its back button without a question", async ({ enter }) => {
    const phone = await enter(ADMIN, "phone");
    await phone.goto("/directory/teams");
    await phone.getByRole("button", { name: "添加用户组" }).click();
    const name = phone.getByRole("textbox", { name: "用户组名称" });
    const question = phone.getByRole("dialog").filter({ hasText: "还没有保存" });
    await name.fill("夜班组");
    // "Back" asks, and at the question it says no.
    await phone.goBack();
    await expect(question).toBeVisible();
    await phone.goBack();
    await expect(question).toBeHidden();
    await expect(name).toHaveValue("夜班组");
    await phone.goBack();
    await question.getByRole("button", { name: "放弃修改" }).click();
    await expect(name).toBeHidden();
    await expect(phone).toHaveURL(/\/directory\/teams$/);
  });

  test("everybody signs in for the first time and takes a password of their own", async ({ open }) => {
    for (const person of [LEAD, ...IMPORTED]) {
      await firstSignIn(await open(), person, initial.get(person.login) ?? "");
    }
  });
}
