import type { APIRequestContext, Page } from "@playwright/test";
import { chooseFromMenu } from "../support/menu";
import type { Device } from "../support/people";
import type { Route } from "./routes";

/** Something that opens over a page: where, and how somebody of either language opens it. */
export interface Layer extends Route {
  /** Left out: on both. */
  device?: Device;
  open: (page: Page) => Promise<void>;
}

interface Order {
  id: string;
  flow: { definition: { nodes: { id: string; step: { kind: string } }[] } };
  tasks: { id: string; node: string }[];
  actions: { verb: string; task?: string }[];
}

const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** A decision of the order's bar, whether it stands there or behind "more". */
const decide = (name: RegExp) => async (page: Page) => {
  const bar = page.getByRole("toolbar", { name: /^(操作|Actions)$/ });
  const shown = bar.getByRole("button", { name });
  if ((await shown.count()) > 0) return shown.click();
  await bar.getByRole("button", { name: /^(更多|More)$/ }).click();
  await chooseFromMenu(page, name);
};

/** Whoever accepts says first how it was. */
async function approve(page: Page): Promise<void> {
  await page.getByRole("radio").last().check({ force: true });
  await decide(/^(同意|Approve)$/)(page);
}

/** A sheet over a sheet. */
async function chooseReceiver(page: Page): Promise<void> {
  await decide(/^(转交|Transfer)$/)(page);
  await page.getByRole("dialog").getByRole("combobox").click();
  await page.getByRole("option").first().waitFor();
}

/** `asked`: an order that waits for the person's yes or no. */
export function everyLayer(routes: readonly Route[], asked: string): Layer[] {
  const at = (name: string): string => routes.find((route) => route.name === name)?.path ?? "/";
  const order = `/inbox/${asked}`;
  return [
    { name: "palette", path: at("inbox"), open: (page) => page.keyboard.press("Control+k") },
    { name: "shortcuts", path: at("inbox"), device: "desktop", open: (page) => page.keyboard.press("?") },
    { name: "notification centre", path: at("inbox"), device: "desktop", open: press(/^(通知|Notices)$/) },
    { name: "account", path: at("inbox"), device: "desktop", open: press(/^(账号：|Account of )/) },
    { name: "me", path: at("inbox"), device: "phone", open: press(/^\d*(我的|Me)$/) },
    { name: "filters", path: at("table"), open: press(/^(筛选|Filter)/) },
    {
      name: "pick sheet",
      path: at("fill"),
      device: "phone",
      open: (page) => page.getByRole("combobox").first().click(),
    },
    { name: "approval", path: order, open: approve },
    { name: "rejection", path: order, open: decide(/^(驳回|拒绝|Reject)$/) },
    { name: "transfer", path: order, open: decide(/^(转交|Transfer)$/) },
    { name: "people of a transfer", path: order, device: "phone", open: chooseReceiver },
    { name: "termination", path: order, open: decide(/^(终止|Terminate)$/) },
  ];
}

/** An order that waits for the yes or no of whoever asks: the first there is, which they take over. */
export async function askedOrder(request: APIRequestContext, origin: string, form: string): Promise<string> {
  const headers = { "X-Tessera": "1", Origin: origin };
  const data = { filters: [], sort: [{ column: "created_at", descending: true }], columns: ["title"], rows: 50 };
  const { rows } = await (await request.post(`/api/v1/forms/${form}/query`, { headers, data })).json();
  const me = await (await request.get("/api/v1/session")).json();
  for (const { id } of rows as { id: string }[]) {
    const order: Order = await (await request.get(`/api/v1/orders/${id}`)).json();
    if (order.actions.some(({ verb }) => verb === "approve")) return id;
    const votes = order.flow.definition.nodes.filter(({ step }) => step.kind === "approve").map((node) => node.id);
    const seats = order.tasks.filter(({ node }) => votes.includes(node)).map((task) => task.id);
    const action = order.actions.find(({ verb, task = "" }) => verb === "change_assignee" && seats.includes(task));
    if (!action) continue;
    const taken = { task: action.task, to: me.user.id, comment: "" };
    const answer = await request.post(`/api/v1/orders/${id}/change-assignee`, { headers, data: taken });
    if (answer.ok()) return id;
  }
  throw new Error("no order of the sample company waits for a decision");
}
