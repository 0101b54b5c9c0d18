import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { expect } from "./house";

/** What everybody in a story signs in with. */
export const PASSWORD = "correct horse battery";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Seat {
  url: string;
  device?: "desktop" | "phone";
}

/** A browser of one's own, signed in on the page everybody sees first. */
export async function enter(browser: Browser, login: string, seat: Seat): Promise<Page> {
  const isPhone = seat.device === "phone";
  const context = await browser.newContext({
    baseURL: seat.url,
    ignoreHTTPSErrors: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: isPhone ? PHONE : DESKTOP,
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("link", { name: /待办/ }).first()).toBeVisible();
  return page;
}

/** Gives people of the directory a password as an administrator, who has signed in with `request`. */
export async function givePasswords(request: APIRequestContext, url: string, logins: readonly string[]): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: url };
  const session = await request.post("/api/v1/session", { headers, data: { login: "admin", password: PASSWORD } });
  expect(session.ok()).toBe(true);
  const directory = await (await request.get("/api/v1/directory")).json();
  for (const login of logins) {
    const user = directory.users.find((one: { login: string }) => one.login === login);
    const given = await request.post(`/api/v1/users/${user.id}/password`, {
      headers,
      data: { password: PASSWORD, must_change: false },
    });
    expect(given.ok(), `${login} has a password`).toBe(true);
  }
}
