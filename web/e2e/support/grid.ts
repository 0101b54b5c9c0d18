import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { ADMIN, type Person } from "./people";

/** The list of repairs as a sheet. */
export const COLUMNS = ["title", "state", "equipment", "site", "labour_hours", "parts_cost"];

export const COLLEAGUE: Person = { login: "shen.ke", name: "沈可", password: "who sends the right one" };

/** Signs the administrator in over the wire and lets them, and one colleague, edit every repair. */
export async function allowEdits(
  request: APIRequestContext,
  url: string,
  order: "oldest first" | "newest first" = "oldest first",
): Promise<string> {
  const headers = { "X-Tessera": "1", Origin: url };
  await request.post("/api/v1/session", { headers, data: { login: ADMIN.login, password: ADMIN.password } });
  const [app] = await (await request.get("/api/v1/apps")).json();
  const form = app.forms[0].id;
  const { users } = await (await request.get("/api/v1/directory")).json();
  const members = users
    .filter(({ login }: { login: string }) => ["admin", "shen.ke"].includes(login))
    .map(({ id }: { id: string }) => id);
  const data = { name: "记录维护", members, everyone: false, powers: [], grants: [] };
  const role = await (await request.post("/api/v1/roles", { headers, data })).json();
  const { grants } = await (await request.get(`/api/v1/apps/${app.id}/grants`)).json();
  const edit = { role: role.id, form, actions: ["view", "edit", "export"], scope: { kind: "all" } };
  const granted = await request.put(`/api/v1/apps/${app.id}/grants`, { headers, data: [...grants, edit] });
  expect(granted.ok(), await granted.text()).toBe(true);
  const columns = COLUMNS.map((name) => (name === "title" || name === "state" ? name : { field: name }));
  // Of records without a day that has passed meanwhile, every field may still be changed.
  const filters = [{ column: { field: "due" }, test: { op: "empty" } }];
  const look = JSON.stringify({
    columns,
    filters,
    sort: [{ column: "created_at", descending: order === "newest first" }],
  });
  return `/apps/${app.id}/forms/${form}?look=${encodeURIComponent(look)}`;
}

/** The same list, looked at otherwise. */
export function looked(list: string, part: Record<string, unknown>): string {
  const [path = "", query = ""] = list.split("?look=");
  return `${path}?look=${encodeURIComponent(JSON.stringify({ ...JSON.parse(decodeURIComponent(query)), ...part }))}`;
}

export const cell = (page: Page, row: number, name: string) => page.locator(`#cell-${row}-${COLUMNS.indexOf(name)}`);

export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("grid").evaluate((grid, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** So many more repairs, reported by whoever looks at the page. */
export async function report(page: Page, list: string, count: number, equipment = "FAR-1"): Promise<void> {
  const headers = { "X-Tessera": "1", Origin: new URL(page.url()).origin };
  const form = /forms\/([^?]+)/.exec(list)?.[1];
  const values = {
    equipment,
    site: "machining",
    severity: "minor",
    is_down: false,
    symptoms: ["noise"],
    description: "主轴异响",
  };
  for (let left = count; left > 0; left -= 10) {
    const some = Array.from({ length: Math.min(10, left) }, () =>
      page.request.post("/api/v1/orders", { headers, data: { form, values } }),
    );
    for (const answer of await Promise.all(some)) expect(answer.ok(), await answer.text()).toBe(true);
  }
}
