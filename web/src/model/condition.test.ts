import { describe, expect, it } from "vitest";
import { comparisonsOf, needsValue, type Row, readCondition, writeCondition } from "./condition";
import { scopeOf } from "./fill/scope";
import type { Control, FormDefinition } from "./form";
import { compile } from "./formula/check";
import { plain } from "./formula/scope";

const options = [
  { id: "high", label: "High" },
  { id: "low", label: "Low" },
];
const CONTROLS: Record<string, Control> = {
  name: { kind: "text", max_chars: 10, placeholder: "", format: "any" },
  amount: { kind: "money", min: null, max: null, decimals: 2, currency: "CNY" },
  day: { kind: "date", min: null, max: null },
  at: { kind: "datetime", min: null, max: null },
  urgency: { kind: "radio", options },
  tags: { kind: "checkbox", options, min_picks: null, max_picks: null },
  is_down: { kind: "switch", on_label: "", off_label: "" },
  owner: { kind: "user", many: false },
  team: { kind: "user", many: true },
  photo: { kind: "image", max_files: 1, camera_only: false, watermark: false },
  total: { kind: "formula", formula: "1", result: "number", decimals: 0 },
};
const form: FormDefinition = {
  fields: Object.entries(CONTROLS).map(([id, control]) => ({ id, label: id, control })),
  sections: [],
};
const PERSON = "0192a000-0000-7000-8000-000000000001";
const SAMPLE: Record<string, string> = {
  name: 'a "b" \\ c',
  amount: "-12.5",
  day: "2026-11-24",
  at: "2026-11-24 08:00",
  urgency: "high",
  tags: "low",
  owner: PERSON,
  team: PERSON,
  total: "3",
};

const rows: Row[] = form.fields.flatMap(({ id, control }) =>
  comparisonsOf(control).map((comparison) => ({
    field: id,
    comparison,
    values: needsValue(comparison) ? [SAMPLE[id] ?? ""] : [],
  })),
);

describe("a condition in rows", () => {
  it.each(rows)("$field $comparison becomes a formula that types, and is read back", (row) => {
    const text = writeCondition({ joint: "all", rows: [row] }, form);
    expect(compile(text, scopeOf(form), plain("bool")).ok).toBe(true);
    expect(readCondition(text, form)).toEqual({ joint: "all", rows: [row] });
  });

  it("joins rows by all or any", () => {
    const two = rows.filter(({ field }) => field === "urgency").slice(0, 2);
    const text = writeCondition({ joint: "any", rows: two }, form);
    expect(text).toBe('urgency = "high" OR urgency <> "high"');
    expect(readCondition(text, form)).toEqual({ joint: "any", rows: two });
  });

  it.each([
    "amount > total",
    "urgency = ",
    "is_down AND (amount > 1 OR amount < 0)",
    "ROUND(amount) > 1",
    "gone = 1",
    "NOT (amount > 1)",
  ])("leaves %s a formula", (text) => {
    expect(readCondition(text, form)).toBe(null);
  });

  it("leaves out rows that are not filled in yet", () => {
    expect(readCondition(" ", form)).toEqual({ joint: "all", rows: [] });
    expect(writeCondition({ joint: "all", rows: [{ field: "amount", comparison: "more", values: [] }] }, form)).toBe(
      "",
    );
  });
});
