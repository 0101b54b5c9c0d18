import { expect, type Page } from "@playwright/test";
import type { Route } from "./routes";

/** What opens over a page: dialogs, sheets, menus and the palette. */
export interface Layer extends Route {
  /** Where it exists. */
  on: readonly ("desktop" | "phone")[];
  open: (page: Page) => Promise<void>;
}

const BOTH = ["desktop", "phone"] as const;

const press = (keys: string) => (page: Page) => page.keyboard.press(keys);
const button = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** `order`: one that is under way. */
export const layers = (order: string, form: string): Layer[] => [
  {
    name: "palette",
    path: "/inbox",
    on: BOTH,
    open: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").fill("bx");
    },
  },
  { name: "keys", path: "/inbox", on: ["desktop"], open: press("?") },
  { name: "notices over the page", path: "/inbox", on: ["desktop"], open: button(/^(通知|Notices)$/) },
  { name: "account", path: "/inbox", on: ["desktop"], open: button(/^(账号|Account)/) },
  { name: "me", path: "/inbox", on: ["phone"], open: button(/^(我的|Me)/) },
  {
    name: "what a decision asks",
    path: `/orders/${order}`,
    on: BOTH,
    open: async (page) => {
      await button(/^(更多|More)$/)(page);
      await page.getByRole("menuitem", { name: /^(终止|Terminate)$/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "a new person", path: "/directory", on: BOTH, open: button(/^(添加成员|Add a person)$/) },
  { name: "preview of a form", path: form, on: ["desktop"], open: press("Control+p") },
];
