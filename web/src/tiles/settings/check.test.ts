import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import { TILE_KINDS, tileType } from "../table";
import { checkChart } from "./check";

const form: FormDefinition = {
  sections: [],
  fields: [
    { id: "cost", label: "Cost", control: { kind: "money", min: null, max: null, decimals: 2, currency: "CNY" } },
  ],
};

const told = (chart: Chart) => checkChart(chart, form).map(({ place, code }) => `${place} ${code}`);

describe("a chart", () => {
  it.each(TILE_KINDS)("of kind %s is sound when it is dropped", (kind) => {
    expect(told(tileType(kind).chart("f"))).toEqual([]);
  });

  it("with holes says all of them", () => {
    const count = { kind: "count" } as const;
    expect(told({ kind: "stacked_bar", form: "f", measure: count })).toEqual(["dimension required", "split required"]);
    expect(told({ kind: "number_change", form: "f", measure: count })).toEqual(["period required"]);
    expect(told({ kind: "table", form: "f", columns: [] })).toEqual(["columns required"]);
  });

  it("names what the form has lost, and what cannot be folded or grouped", () => {
    const gone = { field: "gone" };
    expect(
      told({
        kind: "bar",
        form: "f",
        dimension: { column: { field: "cost" } },
        measure: { kind: "sum", column: gone },
        period: { column: "title", span: "today" },
        filters: [{ column: gone, test: { op: "empty" } }],
      }),
    ).toEqual(["measure unknown_field", "dimension wrong_type", "period wrong_type", "filters.0 unknown_field"]);
    expect(told({ kind: "number", form: "f", measure: { kind: "mean", column: "state" } })).toEqual([
      "measure wrong_type",
    ]);
  });
});
