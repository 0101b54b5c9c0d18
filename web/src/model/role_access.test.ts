import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "./flow";
import type { Field, FieldMatrix } from "./form";
import type { Action, Grant, Role, Scope } from "./party";
import { reachOf, roleAccess } from "./role_access";

const price = { id: "price", label: "Price", control: { kind: "number" } } as Field;
const sum = { id: "sum", label: "Sum", control: { kind: "formula" } } as Field;

const flow = (start: FieldMatrix, review: FieldMatrix): FlowDefinition => ({
  nodes: [
    { id: "s", name: "", x: 0, y: 0, step: { kind: "start", fields: start } },
    { id: "r", name: "", x: 0, y: 0, step: { kind: "approve", fields: review } },
  ],
  edges: [],
});
const OPEN = flow({}, {});

const grant = (actions: Action[], kind: Exclude<Scope["kind"], "condition"> = "own", form?: string): Grant => ({
  app: "a",
  actions,
  scope: { kind },
  ...(form && { form }),
});

const role = (...grants: Grant[]): Role => ({ id: "r", name: "Buyers", members: [], powers: [], grants });

function accessOf(grants: Grant[], field: Field, drawn = OPEN) {
  const reach = reachOf(role(...grants), "a", "f");
  return reach && roleAccess(reach, field, drawn);
}

describe("what a role may do with a field", () => {
  it("is nothing without a grant on the form or on all forms of its app", () => {
    expect(reachOf(role(), "a", "f")).toBeNull();
    expect(reachOf(role(grant(["view"], "all", "g"), { ...grant(["view"]), app: "b" }), "a", "f")).toBeNull();
    expect(reachOf(role(grant(["design"], "all")), "a", "f")).toBeNull();
    expect(reachOf(role(grant(["view"], "own", "f")), "a", "f")?.view).toEqual([{ kind: "own" }]);
  });

  it("is to read everything where more than one's own orders are seen, whatever steps hide", () => {
    const hidden = flow({ price: "hidden" }, { price: "hidden" });
    expect(accessOf([grant(["view"], "department")], price, hidden)).toBe("read");
  });

  it("is what the steps say for who only takes part", () => {
    expect(accessOf([grant(["create"])], price)).toBe("read");
    expect(accessOf([grant(["create"])], price, flow({}, { price: "hidden" }))).toBe("steps");
    expect(accessOf([grant(["view"])], price, flow({ price: "hidden" }, { price: "hidden" }))).toBe("hidden");
  });

  it("is to change with a grant to edit, but for what nobody fills", () => {
    const grants = [grant(["view"], "all"), grant(["view", "edit"], "department")];
    expect([accessOf(grants, price), accessOf(grants, sum)]).toEqual(["edit", "read"]);
  });

  it("adds up over the role's grants, and over its power to administer", () => {
    const lines = [grant(["view"]), grant(["view"]), grant(["view", "edit"], "department")];
    expect(reachOf(role(...lines), "a", "f")).toMatchObject({
      view: [{ kind: "own" }, { kind: "department" }],
      edit: [{ kind: "department" }],
    });
    const administrators: Role = { ...role(grant(["view"])), powers: ["administer"] };
    expect(reachOf(administrators, "a", "f")?.view).toEqual([{ kind: "all" }]);
  });
});
