import { describe, expect, it } from "vitest";
import type { Control, FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { placeText } from "@/ui/problem_text";
import { atItsRule, targetOf } from "./design_problems";

const text: Control = { kind: "text", max_chars: 20, placeholder: "", format: "any" };
const sum: Control = { kind: "formula", formula: "LEN(kind) + 1", result: "number", decimals: 0 };

const form: FormDefinition = {
  fields: [
    { id: "amount", label: "金额", control: text, visible_if: "total > 1" },
    { id: "kind", label: "类别", control: text, visible_if: 'amount = "x"' },
    { id: "total", label: "合计", control: sum },
    { id: "note", label: "", control: text },
  ],
  sections: [
    { id: "one", title: "", items: ["amount", "kind", "total"].map((field) => ({ field, span: 12 })) },
    { id: "two", title: "", visible_if: "IS_EMPTY(note)", items: [{ field: "note", span: 12 }] },
  ],
};

const circle = (path: string, at: string): Problem => {
  return { place: `fields.${at}`, code: "formula_cycle", severity: "error", data: { path } };
};

describe("a circle of rules", () => {
  it("names its fields in the order they read each other, and comes round", () => {
    expect(placeText(atItsRule(form, circle("amount,total,kind", "amount")))).toContain("：金额 → 合计 → 类别 → 金额");
  });

  it.each([
    ["the condition of the first field", "amount,total,kind", "amount", { target: "amount", property: "visible_if" }],
    ["its formula", "total,kind,amount", "total", { target: "total", property: "formula" }],
    ["the condition of its section", "note", "note", { target: "section:two", property: "visible_if" }],
  ])("leads to %s", (_, path, at, place) => {
    expect(targetOf(atItsRule(form, circle(path, at)).place)).toEqual(place);
  });

  it("is all that is placed anew", () => {
    const problem: Problem = { place: "fields.note", code: "blank", severity: "error", data: { path: "amount" } };
    expect(atItsRule(form, problem)).toBe(problem);
  });
});
