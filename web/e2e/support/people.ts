import { type Browser, expect, type Page } from "@playwright/test";

export interface Person {
  name: string;
  login: string;
  password: string;
}

export const ADMIN: Person = { login: "admin", name: "林管理", password: "correct horse battery" };

/** Signs somebody in on a page of their own. */
export async function signIn(page: Page, { login, password }: Person): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** The first sign-in of somebody who was given an initial password: a password of their own before anything else. */
export async function firstSignIn(page: Page, person: Person, initial: string): Promise<void> {
  await signIn(page, { ...person, password: initial });
  await expect(page.getByRole("heading", { name: "请设置自己的密码" })).toBeVisible();
  await page.getByLabel("初始密码").fill(initial);
  await page.getByLabel(/^新密码/).fill(person.password);
  await page.getByLabel("再输入一次新密码").fill(person.password);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await expect(page.getByRole("heading", { name: "待办", exact: true })).toBeVisible();
}

export const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

export type Device = keyof typeof DEVICES;

/** A window of somebody else, as large as a phone or a desktop. */
export async function windowOf(browser: Browser, url: string, device: Device): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...DEVICES[device] });
  return context.newPage();
}

/** Gives people of the directory a password that they keep. The page's administrator does it. */
export async function givePasswords(page: Page, people: readonly Person[]): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: new URL(page.url()).origin };
  const { users } = await (await page.request.get("/api/v1/directory")).json();
  for (const { login, password } of people) {
    const user = users.find((one: { login: string }) => one.login === login);
    const data = { password, must_change: false };
    const given = await page.request.post(`/api/v1/users/${user.id}/password`, { headers, data });
    expect(given.ok(), `${login} has a password`).toBe(true);
  }
}
