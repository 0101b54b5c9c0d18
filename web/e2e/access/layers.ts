import type { Page } from "@playwright/test";
import { chooseFromMenu } from "../support/menu";
import type { Device } from "../support/people";
import { deskLayers } from "./desk_layers";
import type { Furnished } from "./furnish";
import type { Route } from "./routes";

/** Something that opens over a page: where, and how somebody of either language opens it. */
export interface Layer extends Route {
  /** Left out: on both. */
  device?: Device;
  open: (page: Page) => Promise<void>;
}

/** Presses the first button of that name. */
export const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** A decision of the order's bar, whether it stands there or behind "more". */
const decide = (name: RegExp) => async (page: Page) => {
  const bar = page.getByRole("toolbar", { name: /^(操作|Actions)$/ });
  const shown = bar.getByRole("button", { name });
  if ((await shown.count()) > 0) return shown.click();
  await bar.getByRole("button", { name: /^(更多|More)$/ }).click();
  await chooseFromMenu(page, name);
};

/** Beside the records: what opens under a button stays where the button was, so the list is there first. */
async function filter(page: Page): Promise<void> {
  await page.getByText(/^(共 \d+ 条|\d+ records)$/).waitFor();
  await press(/^(筛选|Filter)/)(page);
}

/** A sheet over a sheet. */
async function chooseReceiver(page: Page): Promise<void> {
  await decide(/^(转交|Transfer)$/)(page);
  await page.getByRole("dialog").getByRole("combobox").click();
  await page.getByRole("option").first().waitFor();
}

/** What is made new or changed in a sheet over its list. */
const SHEETS = [
  { name: "new member", from: "people", open: /^(添加成员|Add member)$/ },
  { name: "new team", from: "teams", open: /^(添加用户组|Add team)$/ },
  { name: "role", from: "roles", open: /^(应用设计者|Designers)/ },
  { name: "new channel", from: "channels", open: /^(添加渠道|Add channel)$/ },
  { name: "new calendar", from: "calendars", open: /^(新建日历|New calendar)$/ },
  { name: "new app", from: "apps", open: /^(新建应用|New app)$/ },
];

export function everyLayer(routes: readonly Route[], { asked, unfinished }: Furnished): Layer[] {
  const at = (name: string): string => routes.find((route) => route.name === name)?.path ?? "/";
  const order = `/inbox/${asked}`;
  return [
    { name: "palette", path: at("inbox"), open: (page) => page.keyboard.press("Control+k") },
    { name: "shortcuts", path: at("inbox"), device: "desktop", open: (page) => page.keyboard.press("?") },
    { name: "notification centre", path: at("inbox"), device: "desktop", open: press(/^(通知|Notices)$/) },
    { name: "account", path: at("inbox"), device: "desktop", open: press(/^(账号：|Account of )/) },
    { name: "me", path: at("inbox"), device: "phone", open: press(/^[\d\s]*(我的|Me)$/) },
    { name: "filters", path: at("table"), open: filter },
    {
      name: "pick sheet",
      path: at("fill"),
      device: "phone",
      open: (page) => page.getByRole("combobox").first().click(),
    },
    { name: "approval", path: order, open: decide(/^(同意|Approve)$/) },
    { name: "rejection", path: order, open: decide(/^(驳回|拒绝|Reject)$/) },
    { name: "transfer", path: order, open: decide(/^(转交|Transfer)$/) },
    { name: "people of a transfer", path: order, device: "phone", open: chooseReceiver },
    { name: "termination", path: order, open: decide(/^(终止|Terminate)$/) },
    ...SHEETS.map(({ name, from, open }) => ({ name, path: at(from), open: press(open) })),
    ...deskLayers(at, unfinished),
  ];
}
