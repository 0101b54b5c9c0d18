import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import { freshGroup, measuring } from "./chart_choice";
import { formatWith, isNumeric, lookOf } from "./number_format";

const form: FormDefinition = {
  sections: [],
  fields: [
    { id: "cost", label: "Cost", control: { kind: "money", min: null, max: null, decimals: 2, currency: "USD" } },
    { id: "bought", label: "Bought", control: { kind: "date", min: null, max: null } },
  ],
};
const COST = { field: "cost" };

describe("the number format of a chart", () => {
  it("is there for numbers, and not for spans and moments", () => {
    expect(isNumeric({ kind: "count" }, form)).toBe(true);
    expect(isNumeric({ kind: "mean", column: COST }, form)).toBe(true);
    expect(isNumeric({ kind: "mean", column: "duration" }, form)).toBe(false);
    expect(isNumeric({ kind: "max", column: { field: "bought" } }, form)).toBe(false);
    expect(isNumeric({ kind: "mean_handling" }, form)).toBe(false);
  });

  it("keeps what differs from the field and is gone with the last of it", () => {
    const some = formatWith(null, { decimals: 0, prefix: "" });
    expect(some).toEqual({ decimals: 0, prefix: "" });
    expect(formatWith(some, { decimals: null })).toEqual({ prefix: "" });
    expect(formatWith({ percent: true }, { percent: null })).toBeNull();
  });

  it("goes with another field, which has a unit of its own, and stays with another fold", () => {
    const chart = {
      ...freshGroup("bar", "f"),
      measure: { kind: "sum", column: COST } as const,
      format: { prefix: "¥" },
    };
    expect(measuring(chart, { kind: "mean", column: COST }, form)).not.toHaveProperty("format");
    expect(measuring(chart, { kind: "count" }, form)).toMatchObject({ format: null });
    expect(lookOf(chart, form)).toMatchObject({ kind: "money", currency: "USD", decimals: 2, own: { prefix: "¥" } });
  });
});
