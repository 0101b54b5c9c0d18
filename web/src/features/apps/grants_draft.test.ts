import { describe, expect, it } from "vitest";
import { byRole, type GrantLine, PRESETS, presetOf, sent, toggled, unfinished } from "./grants_draft";

const line = (change: Partial<GrantLine>): GrantLine => ({
  key: "1",
  role: "r1",
  form: null,
  actions: ["view"],
  scope: { kind: "all" },
  ...change,
});

describe("grants of an app", () => {
  it("let nobody change what they cannot see", () => {
    expect(toggled([], "edit", true)).toEqual(["view", "edit"]);
    expect(toggled(["view", "create", "edit", "manage"], "view", false)).toEqual(["create"]);
    expect(toggled(["view"], "design", true)).toEqual(["view", "design"]);
  });

  it("have presets that stand by these rules", () => {
    for (const preset of PRESETS) {
      const { actions } = presetOf(preset);
      expect(actions.reduce<typeof actions>((all, action) => toggled(all, action, true), [])).toEqual(actions);
    }
  });

  it("are sent without keys, and without a reach that means nothing", () => {
    const [one] = sent([line({ actions: ["create"], scope: { kind: "condition", formula: "" } })]);
    expect(one).toEqual({ role: "r1", form: null, actions: ["create"], scope: { kind: "own" } });
  });

  it("keep the limits of fields as far as the line still gives them a meaning", () => {
    const limited = line({ form: "f", actions: ["view", "edit"], fields: { salary: "hidden", grade: "read" } });
    const fields = (change: Partial<GrantLine>) => sent([{ ...limited, ...change }])[0]?.fields;
    expect(fields({})).toEqual(limited.fields);
    expect([fields({ actions: ["view"] }), fields({ actions: ["create"] })]).toEqual([{ salary: "hidden" }, undefined]);
    expect(fields({ form: null })).toBeUndefined();
  });

  it("wait for an action and for the text of a condition", () => {
    const lines = [
      line({ key: "a", actions: [] }),
      line({ key: "b", scope: { kind: "condition", formula: " " } }),
      line({ key: "c" }),
    ];
    expect([...unfinished(lines)]).toEqual(["a", "b"]);
  });

  it("stand together by role", () => {
    const groups = byRole([line({ key: "a" }), line({ key: "b", role: "r2" }), line({ key: "c" })]);
    expect([...groups].map(([role, lines]) => [role, lines.map(({ key }) => key)])).toEqual([
      ["r1", ["a", "c"]],
      ["r2", ["b"]],
    ]);
  });
});
