import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { GroupChart } from "@/model/report";
import { TILE_KINDS, tileType } from "../table";
import { asForm, asKind, bounded, dimensionOf, groupings, measured, measureOf, measuring } from "./chart_choice";

const form: FormDefinition = {
  sections: [],
  fields: [
    { id: "cost", label: "Cost", control: { kind: "money", min: null, max: null, decimals: 2, currency: "CNY" } },
    { id: "photo", label: "Photo", control: { kind: "image", max_files: 3, camera_only: false, watermark: false } },
    { id: "bought", label: "Bought", control: { kind: "date", min: null, max: null } },
  ],
};

const spending: GroupChart = {
  kind: "bar",
  form: "f",
  filters: [{ column: "state", test: { op: "in", values: ["running"] } }],
  dimension: { column: { field: "bought" }, bucket: "month" },
  measure: { kind: "sum", column: { field: "cost" } },
  order: "largest",
  top: 5,
};

describe("choices", () => {
  it("offer only what the server would take", () => {
    expect([measured(form)[0], groupings(form)[0]]).toEqual([{ field: "cost" }, { field: "bought" }]);
    expect(dimensionOf({ field: "bought" }, form)).toEqual({ column: { field: "bought" }, bucket: "week" });
    expect(dimensionOf("state", form, "day")).toEqual({ column: "state" });
  });

  it("keep the column when another folding is picked", () => {
    expect(measureOf("mean", spending.measure, form)).toEqual({ kind: "mean", column: { field: "cost" } });
    expect(measureOf("sum", { kind: "count" }, form)).toEqual({ kind: "sum", column: { field: "cost" } });
    expect(measureOf("count", spending.measure, form)).toEqual({ kind: "count" });
  });

  it("drop a target that was of another unit", () => {
    const due = { ...spending, measure: { kind: "mean_handling" }, target: "64800000" } as const;
    expect(measuring(due, { kind: "mean", column: "duration" }, form)).toEqual({
      measure: { kind: "mean", column: "duration" },
    });
    expect(measuring(due, { kind: "count" }, form)).toEqual({ measure: { kind: "count" }, target: null });
    expect(measuring({ ...spending, target: "9" }, { kind: "count" }, form)).toEqual({ measure: { kind: "count" } });
  });
});

describe("another kind", () => {
  it("keeps the question", () => {
    expect(asKind(spending, "line")).toEqual({ ...spending, kind: "line", split: null, period: null });
    expect(asKind(spending, "ranking")).toMatchObject({ dimension: spending.dimension, order: "largest", top: 5 });
    expect(asKind(spending, "table")).toMatchObject({ kind: "table", filters: spending.filters });
  });

  it("as a ring shows no more groups than there are colours", () => {
    const tops = (top?: number) => asKind({ ...spending, ...(top && { top }) }, "ring");
    expect([tops(20), tops(5)]).toMatchObject([{ top: 8 }, { top: 5 }]);
    const { top: _, ...unsaid } = spending;
    expect(asKind(unsaid, "ring")).toMatchObject({ top: 8 });
    expect(bounded({ ...spending, top: 400 })).toMatchObject({ top: 400 });
  });

  it.each(TILE_KINDS)("to %s brings everything that kind needs", (kind) => {
    for (const from of TILE_KINDS.map((name) => tileType(name).chart("f"))) {
      const chart = asKind(from, kind);
      expect(chart.kind).toBe(kind);
      if (chart.kind === "table") expect(chart.columns).not.toEqual([]);
      else {
        const needed = [
          chart.kind === "number" || chart.kind === "number_change" || chart.dimension,
          chart.kind !== "stacked_bar" || chart.split,
          chart.kind !== "number_change" || chart.period,
        ];
        expect(needed.every(Boolean)).toBe(true);
        if (chart.split) expect(chart.split.column).not.toEqual(chart.dimension?.column);
      }
    }
  });

  it("of another form drops what only the old form knew", () => {
    expect(asForm(spending, "g")).toMatchObject({
      form: "g",
      filters: [],
      dimension: { column: "state" },
      measure: { kind: "count" },
      top: 5,
    });
  });
});
