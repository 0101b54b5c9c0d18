import type { APIRequestContext } from "@playwright/test";

/** One page of the web app: what it is called in a report, and where it is. */
export interface Route {
  name: string;
  path: string;
}

interface Named {
  id: string;
}

interface App extends Named {
  forms: Named[];
  boards: Named[];
}

/** Before anybody has signed in. */
export const DOORS: readonly Route[] = [{ name: "login", path: "/login" }];

/** A form of the sample company. */
export async function formOf(request: APIRequestContext): Promise<string> {
  const me = await (await request.get("/api/v1/session")).json();
  const form = (me.apps as App[])[0]?.forms[0];
  if (!form) throw new Error("the sample company has no form");
  return form.id;
}

/** Every page a signed-in administrator can open, with things of the sample company in them. */
export async function everyRoute(request: APIRequestContext, origin: string): Promise<Route[]> {
  const me = await (await request.get("/api/v1/session")).json();
  const [app] = me.apps as App[];
  const form = app?.forms[0];
  const board = app?.boards[0];
  if (!app || !form || !board) throw new Error("the sample company has no app with a form and a board");
  const asked = await request.post(`/api/v1/forms/${form.id}/query`, {
    headers: { "X-Tessera": "1", Origin: origin },
    data: { filters: [], sort: [{ column: "created_at", descending: true }], columns: ["title"], rows: 1 },
  });
  const order = ((await asked.json()).rows as Named[])[0];
  if (!order) throw new Error("the sample company has no order");

  const inside = `/apps/${app.id}`;
  const records = `${inside}/forms/${form.id}`;
  return [
    { name: "inbox", path: "/inbox" },
    { name: "inbox, what I started", path: "/inbox?tab=started" },
    { name: "order", path: `/orders/${order.id}` },
    { name: "notices", path: "/notices" },
    { name: "start", path: "/new" },
    { name: "fill", path: `/new/${form.id}` },
    { name: "apps", path: "/apps" },
    { name: "app", path: inside },
    { name: "access", path: `${inside}/access` },
    { name: "table", path: records },
    { name: "record beside the table", path: `${records}/records/${order.id}` },
    { name: "kanban", path: `${records}?look=${encodeURIComponent(KANBAN)}` },
    { name: "board", path: `${inside}/boards/${board.id}` },
    { name: "form designer", path: `${records}/design` },
    { name: "flow designer", path: `${records}/flow` },
    { name: "board designer", path: `${inside}/boards/${board.id}/design` },
    { name: "people", path: "/directory" },
    { name: "teams", path: "/directory/teams" },
    { name: "roles", path: "/directory/roles" },
    { name: "import", path: "/directory/import" },
    { name: "administration", path: "/admin" },
    ...SECTIONS.map((section) => ({ name: section, path: `/admin/${section}` })),
    { name: "password", path: "/password" },
    { name: "nowhere", path: "/nowhere" },
  ];
}

const KANBAN = JSON.stringify({ layout: { kind: "kanban", by: "state" } });
const SECTIONS = ["workspace", "channels", "outbox", "calendars", "audit", "backups", "keys", "system"];
