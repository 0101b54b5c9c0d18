import type { APIRequestContext } from "@playwright/test";
import { ADMIN } from "../support/people";
import { Wire } from "../support/wire";
import { formOf } from "./routes";

/** Orders of the sample company that the administrator takes over, so that the inbox has something in it. */
const TAKEN = 6;
const COLLEAGUE = { login: "shen.ke", password: "spare parts are few" };
const DECIDING = ["complete", "approve"];

/** What layers are opened over. */
export interface Furnished {
  /** An order that waits for the administrator's yes or no, and for their signature. */
  asked: string;
  /** The path of a form that cannot be published yet. */
  unfinished: string;
}

interface Order {
  id: string;
  actions: { verb: string; task?: string }[];
}

/** What the sample company gets besides, so that every screen has something to show. */
export async function furnish(request: APIRequestContext, origin: string): Promise<Furnished> {
  const house = new Wire(request, origin);
  await house.post("/session", { login: ADMIN.login, password: ADMIN.password });
  const form = await formOf(request);
  await takeOver(house, form);
  await drawOn(house, form);
  await nameAnew(house, form);
  const unfinished = await leaveUnfinished(house);
  await keepVersions(house);
  await allowEdits(house, form);
  const asked = await askSignature(house, form);
  await drawAnew(house, form);
  await hear(house, asked);
  return { asked, unfinished };
}

async function takeOver(house: Wire, form: string): Promise<void> {
  const filters = [{ column: "state", test: { op: "in", values: ["running"] } }];
  const sort = [{ column: "created_at", descending: false }];
  const { rows } = await house.post(`/forms/${form}/query`, { filters, sort, columns: ["title"], rows: TAKEN });
  for (const { id } of rows as { id: string }[]) await toMe(house, await house.get(`/orders/${id}`));
}

/** One of the order's open tasks, unless the administrator has something to do there already. */
async function toMe(house: Wire, { id, actions }: Order): Promise<void> {
  const { user } = await house.get("/session");
  const given = actions.find(({ verb }) => verb === "change_assignee");
  if (!given || actions.some(({ verb }) => DECIDING.includes(verb))) return;
  await house.post(`/orders/${id}/change-assignee`, { task: given.task, to: user.id, comment: "" });
}

/** Notes and phases on the flow, and whoever accepts signs. */
async function drawOn(house: Wire, form: string): Promise<void> {
  await publish(house, `/forms/${form}/flow`, "验收时签名", (flow) => {
    stepOf(flow, "accept").step.signature_required = true;
    const place = { step: "accept", x: 240, y: -8, width: 180, height: 84 };
    flow.notes = [{ id: "n1", text: "验收人是报修人本人\n满意度必填", color: "yellow", ...place }];
    flow.phases = [{ id: "p1", name: "抢修与派工", color: "teal", steps: ["rescue", "dispatch", "repair"] }];
  });
}

/** Nobody signs any more, and the draft has gone on since. */
async function drawAnew(house: Wire, form: string): Promise<void> {
  const path = `/forms/${form}/flow`;
  await publish(house, path, "验收不再签名", (flow) => {
    stepOf(flow, "accept").step.signature_required = false;
  });
  await change(house, path, (flow) => {
    stepOf(flow, "inform").name = "抄送负责人";
    flow.notes.push({ id: "n2", text: "每季度核对一次", color: "blue", x: 30, y: 40, width: 150, height: 80 });
  });
}

/** A second version of the form, and a draft that has gone on since. */
async function nameAnew(house: Wire, form: string): Promise<void> {
  const path = `/forms/${form}`;
  await publish(house, path, "联系电话加上说明", ({ fields }) => {
    byId(fields, "phone").help = "方便维修人员联系您";
  });
  await change(house, path, ({ fields }) => {
    byId(fields, "equipment").label = "设备号";
  });
}

/** A form and a flow whose drafts cannot be published. */
async function leaveUnfinished(house: Wire): Promise<string> {
  const [app] = await house.get("/apps");
  const { id } = await house.post(`/apps/${app.id}/forms`, { name: "备件领用" });
  const fields = [
    { id: "part", label: "备件", required: true, control: { kind: "text" } },
    { id: "count", label: "数量", control: { kind: "number" } },
    { id: "cost", label: "金额", control: { kind: "formula", formula: "count * 10", result: "number" } },
    { id: "reason", label: "用途", control: { kind: "textarea" } },
  ];
  const items = fields.map((field) => ({ field: field.id, span: field.id === "reason" ? 12 : 4 }));
  await publish(house, `/forms/${id}`, "", (form) => {
    Object.assign(form, { fields, sections: [{ id: "main", title: "领用", items }] });
  });
  await change(house, `/forms/${id}`, (form) => {
    byId(form.fields, "cost").control.formula = "count * price";
    byId(form.fields, "reason").label = "";
  });
  await change(house, `/forms/${id}/flow`, (flow) => {
    flow.nodes = [
      { id: "start", name: "申请", x: 320, y: 40, step: { kind: "start" } },
      { id: "check", name: "审批", x: 320, y: 188, step: { kind: "approve" } },
      { id: "hand", name: "发料", x: 320, y: 336, step: { kind: "handle" } },
      { id: "done", name: "结束", x: 320, y: 484, step: { kind: "end", result: "已领用" } },
    ];
    flow.edges = [
      { id: "e1", from: "start", to: "check" },
      { id: "e2", from: "check", to: "hand", port: "approved" },
    ];
  });
  return `/apps/${app.id}/forms/${id}`;
}

// biome-ignore lint/suspicious/noExplicitAny: a document as the server keeps it
type Definition = any;

const byId = (list: Definition[], id: string): Definition => list.find((one) => one.id === id);
const stepOf = ({ nodes }: Definition, id: string) => byId(nodes, id);

/** Changes a draft; answers its new revision. */
async function change(house: Wire, path: string, edit: (definition: Definition) => void): Promise<number> {
  const { definition, rev } = await house.get(`${path}/draft`);
  edit(definition);
  return (await house.put(`${path}/draft`, { definition }, rev)).rev;
}

async function publish(house: Wire, path: string, note: string, edit: (definition: Definition) => void): Promise<void> {
  await house.post(`${path}/publish`, { rev: await change(house, path, edit), note });
}

async function keepVersions(house: Wire): Promise<void> {
  const [app] = await house.get("/apps");
  const path = `/boards/${app.boards[0].id}`;
  const { name, rev, definition } = await house.get(path);
  const kept = await house.put(path, { name, definition, note: "月度例会用" }, rev);
  const [first, ...others] = definition.tiles;
  const tiles = [{ ...first, title: `${first.title}（全厂）` }, ...others];
  await house.put(path, { name, definition: { ...definition, tiles }, note: "" }, kept.rev);
}

/** The administrator may write in the list of records. */
async function allowEdits(house: Wire, form: string): Promise<void> {
  const [app] = await house.get("/apps");
  const { user } = await house.get("/session");
  const role = await house.post("/roles", {
    name: "记录维护",
    members: [user.id],
    everyone: false,
    powers: [],
    grants: [],
  });
  const { grants } = await house.get(`/apps/${app.id}/grants`);
  const edit = { role: role.id, form, actions: ["view", "edit"], scope: { kind: "all" } };
  await house.put(`/apps/${app.id}/grants`, [...grants, edit]);
}

/** From report to acceptance, all by the administrator. */
async function askSignature(house: Wire, form: string): Promise<string> {
  const { user } = await house.get("/session");
  const id = "019e0000-0000-7000-8000-000000000001";
  const reported = {
    equipment: "CNC-021",
    site: "machining",
    phone: "13800000021",
    severity: "minor",
    is_down: false,
    symptoms: ["noise"],
    description: "主轴高速时有异响，停机检查后复现。",
  };
  const dispatched = { technician: user.id, due: "2026-06-12" };
  const repaired = {
    cause: "wear",
    work_done: "更换主轴轴承，试运行两小时正常。",
    labour_hours: "2.5",
    parts_cost: "860",
  };
  await house.post("/orders", { id, form, values: reported });
  for (const values of [dispatched, repaired]) {
    await toMe(house, await house.get(`/orders/${id}`));
    const { actions }: Order = await house.get(`/orders/${id}`);
    const task = actions.find(({ verb }) => verb === "complete")?.task;
    await house.post(`/orders/${id}/complete`, { task, values });
  }
  const { actions }: Order = await house.get(`/orders/${id}`);
  const task = actions.find(({ verb }) => verb === "approve")?.task;
  await house.post(`/orders/${id}/save`, { task, values: { rating: 5 } });
  return id;
}

/** A colleague has something to say about it. */
async function hear(house: Wire, order: string): Promise<void> {
  const { user } = await house.get("/session");
  const { users } = await house.get("/directory");
  const colleague = users.find(({ login }: { login: string }) => login === COLLEAGUE.login);
  await house.post(`/orders/${order}/cc`, { users: [colleague.id] });
  await house.post(`/users/${colleague.id}/password`, { password: COLLEAGUE.password, must_change: false });
  await house.post("/session", COLLEAGUE);
  const text = `@${user.name} 轴承备件只剩一套，请确认是否补货。`;
  await house.post(`/orders/${order}/comment`, { text, mentions: [user.id], files: [] });
  await house.post("/session", { login: ADMIN.login, password: ADMIN.password });
}
