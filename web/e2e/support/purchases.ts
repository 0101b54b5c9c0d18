import { type APIRequestContext, expect } from "@playwright/test";
import { ADMIN } from "./people";
import { Wire } from "./wire";

/** An app of purchases over the wire: one form, and one approval that any of `approvers` gives. */
export class Purchases {
  private readonly wire: Wire;
  private form = "";

  constructor(request: APIRequestContext, origin: string) {
    this.wire = new Wire(request, origin);
  }

  async build(approvers: readonly string[]): Promise<void> {
    const { wire } = this;
    await wire.post("/session", { login: ADMIN.login, password: ADMIN.password });
    const { users } = await wire.get("/directory");
    const people = users.filter(({ login }: { login: string }) => approvers.includes(login));
    const app = await wire.post("/apps", { name: "采购" });
    const everybody = (await wire.get("/roles")).find(({ everyone }: { everyone: boolean }) => everyone);
    const own = { role: everybody.id, actions: ["view", "create"], scope: { kind: "own" } };
    await wire.put(`/apps/${app.id}/grants`, [own]);
    this.form = (await wire.post(`/apps/${app.id}/forms`, { name: "采购单" })).id;
    const field = (id: string, label: string, kind: string) => ({ id, label, control: { kind } });
    await this.publish(`/forms/${this.form}`, {
      fields: [field("what", "物品", "text"), field("cost", "金额", "money")],
      sections: [{ id: "all", items: [{ field: "what" }, { field: "cost" }] }],
    });
    const sources = [{ kind: "users", users: people.map(({ id }: { id: string }) => id) }];
    const approve = { kind: "approve", mode: "any", assign: { sources } };
    const line = (from: string, to: string, port: string) => ({ id: `${from}_${to}`, from, to, port });
    await this.publish(`/forms/${this.form}/flow`, {
      nodes: [
        { id: "start", name: "申请", step: { kind: "start" } },
        { id: "sign", name: "审批", step: approve },
        { id: "done", name: "通过", step: { kind: "end" } },
        { id: "refused", name: "未通过", step: { kind: "end" } },
      ],
      edges: [line("start", "sign", "out"), line("sign", "done", "approved"), line("sign", "refused", "rejected")],
    });
  }

  /** Sent by the administrator, one after the other. */
  async order(...things: readonly [what: string, cost: string][]): Promise<void> {
    for (const [what, cost] of things) await this.wire.post("/orders", { form: this.form, values: { what, cost } });
  }

  private async publish(path: string, definition: unknown): Promise<void> {
    const { rev } = await this.wire.get(`${path}/draft`);
    const saved = await this.wire.put(`${path}/draft`, { definition }, rev);
    expect(saved.problems).toEqual([]);
    await this.wire.post(`${path}/publish`, { rev: saved.rev, note: "" });
  }
}
