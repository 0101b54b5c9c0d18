// A field of any kind, with everything set that it can have, becomes any other kind: nothing stays set that no row shows.

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { TYPES } from "@/fields/table";
import { changeKind, lostBy } from "@/model/edit/field_kind";
import { applyForm } from "@/model/edit/form";
import { FIELD_RULES, type FieldRule, mayHaveRule } from "@/model/field_rules";
import { formulaTypeOf } from "@/model/fill/scope";
import type { ControlOf, Field, FieldKind, FormDefinition } from "@/model/form";
import { createDesigner } from "@/ui/designer/session";
import { freshControl } from "../edits/fresh_control";
import { useLostWords } from "../edits/lost_words";
import { DesigningContext } from "../edits/session";
import { FieldRules } from "./FieldRules";

const options = [{ id: "x", label: "X" }];

/** No setting is as it began, where it can be another. */
const SET: { [K in FieldKind]: ControlOf<K> } = {
  text: { kind: "text", max_chars: 30, placeholder: "p", format: "email" },
  textarea: { kind: "textarea", max_chars: 30, rows: 9, placeholder: "p" },
  number: { kind: "number", min: "1", max: "9", decimals: 3, unit: "mm", thousands: false },
  money: { kind: "money", min: "1", max: "9", decimals: 3, currency: "EUR" },
  percent: { kind: "percent", min: "1", max: "9", decimals: 3 },
  date: { kind: "date", min: "TODAY()", max: "TODAY() + 9" },
  datetime: { kind: "datetime", min: "NOW()", max: "NOW()" },
  radio: { kind: "radio", options },
  select: { kind: "select", options },
  checkbox: { kind: "checkbox", options, min_picks: 1, max_picks: 1 },
  switch: { kind: "switch", on_label: "on", off_label: "off" },
  rating: { kind: "rating", stars: 3 },
  user: { kind: "user", many: true },
  dept: { kind: "dept", many: true },
  image: { kind: "image", max_files: 2, camera_only: true, watermark: true },
  file: { kind: "file", max_files: 2, extensions: ["pdf"] },
  serial: { kind: "serial", pattern: "A-{###}", reset: "year" },
  formula: { kind: "formula", formula: "1", result: "number", decimals: 3 },
};

const KINDS = Object.keys(TYPES) as FieldKind[];
const PAIRS = KINDS.flatMap((from) => KINDS.filter((to) => to !== from).map((to) => [from, to] as const));

const SAYING: Record<FieldRule, Partial<Field>> = {
  required: { required: true },
  required_if: { required_if: "TRUE" },
  visible_if: { visible_if: "TRUE" },
  default: { default: '"x"' },
  unique: { unique: true },
};

function fullField(kind: FieldKind): Field {
  const rules = FIELD_RULES.filter((rule) => mayHaveRule(kind, rule)).map((rule) => SAYING[rule]);
  return Object.assign({ id: "f", label: "F", help: "H", control: SET[kind] }, ...rules);
}

const setOn = (field: Field): FieldRule[] => FIELD_RULES.filter((rule) => field[rule]);

describe("a field that becomes another kind", () => {
  it.each(PAIRS)("from %s to %s keeps only what the new kind can have, and names the rest", (from, to) => {
    const before = fullField(from);
    const after = changeKind(before, freshControl(to));
    expect(after).toMatchObject({ id: "f", label: "F", help: "H" });
    expect(Object.keys(after.control)).toEqual(Object.keys(freshControl(to)));
    const fits = formulaTypeOf(before.control).kind === formulaTypeOf(after.control).kind;
    const kept = setOn(before).filter((rule) => mayHaveRule(to, rule) && (rule !== "default" || fits));
    expect(setOn(after)).toEqual(kept);
    const { rules } = lostBy(before, after, freshControl(from));
    expect([...kept, ...rules].sort()).toEqual(setOn(before).sort());
  });

  it("is told what goes with it, in words", () => {
    const { result } = renderHook(() => useLostWords());
    const toSelect = changeKind(fullField("text"), freshControl("select"));
    expect(result.current(fullField("text"), toSelect)).toBe(
      "新类型没有这些，已经去掉：默认值、不允许重复、最多字数、输入提示、格式。撤销即可恢复。",
    );
    const toRadio = changeKind(fullField("select"), freshControl("radio"));
    expect(result.current(fullField("select"), toRadio)).toBe("");
    const toInstant = changeKind(fullField("date"), freshControl("datetime"));
    expect(result.current(fullField("date"), toInstant)).toContain("默认值、最早、最晚");
  });

  it("keeps options and bounds that both kinds know", () => {
    const many = changeKind(fullField("radio"), freshControl("checkbox"));
    expect(many.control).toEqual({ kind: "checkbox", options, min_picks: null, max_picks: null });
    expect(changeKind(fullField("number"), freshControl("percent")).control).toMatchObject({ min: "1", max: "9" });
    expect(changeKind(fullField("text"), freshControl("radio")).control).toEqual(freshControl("radio"));
  });

  it.each(KINDS)("finds a row for everything that may be set on the kind %s", (kind) => {
    const field = { ...fullField(kind) };
    const form: FormDefinition = { fields: [field], sections: [] };
    const store = createDesigner(form, applyForm);
    const around = { problems: [], elsewhere: [], steps: [], askRemoval: () => undefined };
    const { container } = render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <DesigningContext value={{ store, app: "a", form: "f", ...around }}>
          <FormulaScope value={form}>
            <FieldRules field={field} problems={[]} />
          </FormulaScope>
        </DesigningContext>
      </QueryClientProvider>,
    );
    const rows = [...container.querySelectorAll("[data-property]")].map((row) => row.getAttribute("data-property"));
    expect(rows.sort()).toEqual(setOn(field).sort());
  });
});
