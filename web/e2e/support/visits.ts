import { type APIRequestContext, expect } from "@playwright/test";
import { ADMIN } from "./people";
import { Wire } from "./wire";

/** An app of visitors over the wire: one form, and one step at which the administrator fills in the rest. */
export class Visits {
  readonly wire: Wire;
  app = "";
  form = "";

  constructor(request: APIRequestContext, origin: string) {
    this.wire = new Wire(request, origin);
  }

  async build(): Promise<void> {
    const { wire } = this;
    const { user } = await wire.post("/session", { login: ADMIN.login, password: ADMIN.password });
    this.app = (await wire.post("/apps", { name: "来访" })).id;
    const everybody = (await wire.get("/roles")).find(({ everyone }: { everyone: boolean }) => everyone);
    const own = { role: everybody.id, actions: ["view", "create"], scope: { kind: "own" } };
    await wire.put(`/apps/${this.app}/grants`, [own]);
    this.form = (await wire.post(`/apps/${this.app}/forms`, { name: "来访单" })).id;
    const text = (id: string, label: string, format = "any") => ({ id, label, control: { kind: "text", format } });
    await this.publish(`/forms/${this.form}`, {
      fields: [text("who", "来访人"), text("phone", "手机", "mobile"), text("room", "会议室")],
      sections: [{ id: "all", items: [{ field: "who" }, { field: "phone" }, { field: "room" }] }],
    });
    const assign = { sources: [{ kind: "users", users: [user.id] }] };
    const fields = { who: "read", phone: "edit", room: "edit" };
    await this.publish(`/forms/${this.form}/flow`, {
      nodes: [
        { id: "start", name: "登记", step: { kind: "start" } },
        { id: "receive", name: "接待", step: { kind: "handle", assign, fields } },
        { id: "done", name: "结束", step: { kind: "end" } },
      ],
      edges: [
        { id: "one", from: "start", to: "receive", port: "out" },
        { id: "two", from: "receive", to: "done", port: "out" },
      ],
    });
  }

  /** Another form of the app, which takes files and is done once it is sent. Its id. */
  async papers(): Promise<string> {
    const { id } = await this.wire.post(`/apps/${this.app}/forms`, { name: "附件单" });
    await this.publish(`/forms/${id}`, {
      fields: [{ id: "papers", label: "附件", control: { kind: "file", max_files: 9 } }],
      sections: [{ id: "all", items: [{ field: "papers" }] }],
    });
    await this.publish(`/forms/${id}/flow`, {
      nodes: [
        { id: "start", name: "登记", step: { kind: "start" } },
        { id: "done", name: "结束", step: { kind: "end" } },
      ],
      edges: [{ id: "one", from: "start", to: "done", port: "out" }],
    });
    return id;
  }

  /** Sent by the administrator. Its id. */
  async order(who: string): Promise<string> {
    return (await this.wire.post("/orders", { form: this.form, values: { who } })).id;
  }

  /** The administrator's draft. */
  async draft(): Promise<string | null> {
    return (await this.wire.get(`/forms/${this.form}/new`)).draft;
  }

  private async publish(path: string, definition: unknown): Promise<void> {
    const { rev } = await this.wire.get(`${path}/draft`);
    const saved = await this.wire.put(`${path}/draft`, { definition }, rev);
    expect(saved.problems).toEqual([]);
    await this.wire.post(`${path}/publish`, { rev: saved.rev, note: "" });
  }
}
