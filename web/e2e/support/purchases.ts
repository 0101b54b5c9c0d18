import { type APIRequestContext, expect } from "@playwright/test";
import { ADMIN } from "./people";

/** An app of purchases over the wire: one form, and one approval that any of `approvers` gives. */
export class Purchases {
  private readonly request: APIRequestContext;
  private readonly url: string;
  private form = "";

  constructor(request: APIRequestContext, url: string) {
    this.request = request;
    this.url = url;
  }

  async build(approvers: readonly string[]): Promise<void> {
    await this.send("post", "/session", { login: ADMIN.login, password: ADMIN.password });
    const { users } = await this.read("/directory");
    const people = users.filter(({ login }: { login: string }) => approvers.includes(login));
    const app = await this.send("post", "/apps", { name: "采购" });
    const everybody = (await this.read("/roles")).find(({ everyone }: { everyone: boolean }) => everyone);
    const own = { role: everybody.id, actions: ["view", "create"], scope: { kind: "own" } };
    await this.send("put", `/apps/${app.id}/grants`, [own]);
    this.form = (await this.send("post", `/apps/${app.id}/forms`, { name: "采购单" })).id;
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
    for (const [what, cost] of things) await this.send("post", "/orders", { form: this.form, values: { what, cost } });
  }

  private async publish(path: string, definition: unknown): Promise<void> {
    const { rev } = await this.read(`${path}/draft`);
    const saved = await this.send("put", `${path}/draft`, { definition }, rev);
    expect(saved.problems).toEqual([]);
    await this.send("post", `${path}/publish`, { rev: saved.rev, note: "" });
  }

  private async read(path: string) {
    const answer = await this.request.get(`/api/v1${path}`);
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  }

  private async send(method: "post" | "put", path: string, data: unknown, rev?: number) {
    const headers = {
      "X-Tessera": "1",
      Origin: this.url,
      ...(rev !== undefined && { "If-Match": `"${rev}"` }),
    };
    const answer = await this.request[method](`/api/v1${path}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  }
}
