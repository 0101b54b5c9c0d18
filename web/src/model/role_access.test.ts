import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "./flow";
import type { Field, FieldMatrix } from "./form";
import { soundFields } from "./grant_fields";
import type { Action, Grant, Role, Scope } from "./party";
import { type Limit, limitsOf, reachOf, roleAccess, withLimit, withLimitsOf } from "./role_access";

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

  it("is limited field by field by grants on the form alone", () => {
    const seeing = grant(["view"], "all", "f");
    const editing = grant(["view", "edit"], "department", "f");
    expect(accessOf([{ ...seeing, fields: { price: "hidden" } }], price)).toBe("hidden");
    expect(accessOf([{ ...seeing, fields: { price: "hidden" } }, editing], price)).toBe("edit");
    expect(accessOf([{ ...editing, fields: { price: "read" } }], price)).toBe("read");
    const choices = (grants: Grant[], field = price) => {
      const reach = reachOf(role(...grants), "a", "f");
      return reach && limitsOf(reach, field);
    };
    expect([choices([seeing]), choices([editing]), choices([editing], sum)]).toEqual([
      ["hidden", "read"],
      ["hidden", "read", "edit"],
      ["hidden", "read"],
    ]);
    expect(choices([grant(["view", "edit"], "own", "f")])).toEqual(["read", "edit"]);
    expect([choices([grant(["create"], "own", "f")]), choices([seeing, grant(["view"], "all")])]).toEqual([[], []]);
  });
});

describe("a limit", () => {
  const grants = [
    grant(["view"], "all", "f"),
    grant(["view", "edit"], "own", "f"),
    { ...grant(["view", "edit"], "all", "g"), fields: { price: "hidden" as const } },
  ];
  const limited = (from: Role, limit: Limit) => {
    const reach = reachOf(from, "a", "f");
    if (!reach) throw new Error("the role reaches the form");
    return withLimit(reach, "f", [price, sum], limit)(from);
  };
  const fieldsOf = (from: Role) => from.grants.map(({ fields }) => fields);

  it("is said in every grant on the form as far as it means something there, and in no other", () => {
    const hidden = limited(role(...grants), "hidden");
    expect(fieldsOf(hidden)).toEqual([{ price: "hidden", sum: "hidden" }, { price: "read" }, { price: "hidden" }]);
    const read = limited(hidden, "read");
    expect(fieldsOf(read)).toEqual([undefined, { price: "read" }, { price: "hidden" }]);
    expect(fieldsOf(limited(read, "edit"))).toEqual([undefined, undefined, { price: "hidden" }]);
    expect(withLimitsOf("f", hidden)(read)).toEqual(hidden);
  });

  it("goes where the grant no longer gives it a meaning", () => {
    const fields: FieldMatrix = { price: "hidden", count: "read" };
    expect(soundFields({ ...grant(["view", "edit"], "all", "f"), fields })).toEqual(fields);
    expect(soundFields({ ...grant(["view"], "all", "f"), fields })).toEqual({ price: "hidden" });
    expect(soundFields({ ...grant(["view", "edit"], "own", "f"), fields })).toEqual({ price: "read", count: "read" });
    expect(soundFields({ ...grant(["view", "edit"], "all"), fields })).toEqual({});
  });
});
