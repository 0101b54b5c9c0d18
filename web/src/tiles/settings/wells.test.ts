import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { freshGroup, freshTable } from "./chart_choice";
import { poured, wellsOf } from "./wells";

const form: FormDefinition = {
  sections: [],
  fields: [
    { id: "cost", label: "Cost", control: { kind: "money", min: null, max: null, decimals: 2, currency: "CNY" } },
    { id: "bought", label: "Bought", control: { kind: "date", min: null, max: null } },
  ],
};
const COST: Column = { field: "cost" };
const BOUGHT: Column = { field: "bought" };

describe("the wells of a chart", () => {
  it("take what makes sense in them, the likeliest first", () => {
    const line = freshGroup("line", "f");
    expect(wellsOf(line, COST, form)).toEqual(["measure", "tooltip", "filters"]);
    expect(wellsOf(line, BOUGHT, form)).toEqual(["dimension", "split", "period", "filters"]);
    expect(wellsOf(freshGroup("number", "f"), "state", form)).toEqual(["filters"]);
    expect(wellsOf(freshTable("f"), COST, form)).toEqual(["columns", "filters"]);
    expect(wellsOf(line, { field: "gone" }, form)).toEqual([]);
    expect(wellsOf({ ...line, measure: { kind: "mean_handling" } }, COST, form)).toEqual(["measure", "filters"]);
  });

  it("change the chart and keep what was set beside", () => {
    const line = { ...freshGroup("line", "f"), measure: { kind: "mean", column: "duration" } as const };
    expect(poured(line, "measure", COST, form)).toEqual({ ...line, measure: { kind: "mean", column: COST } });
    expect(poured(freshGroup("bar", "f"), "measure", COST, form)).toMatchObject({ measure: { kind: "sum" } });
    const said = poured(poured(line, "tooltip", COST, form), "tooltip", "duration", form);
    expect(said).toEqual({
      ...line,
      tooltip: [
        { kind: "sum", column: COST },
        { kind: "mean", column: "duration" },
      ],
    });
    expect(poured(line, "split", BOUGHT, form)).toMatchObject({ split: { column: BOUGHT, bucket: "week" } });
    expect(poured(line, "filters", "state", form).filters).toEqual([
      { column: "state", test: { op: "in", values: [] } },
    ]);
    const table = freshTable("f");
    expect(poured(table, "columns", "title", form)).toBe(table);
    expect(poured(table, "columns", COST, form)).toEqual({ ...table, columns: [...table.columns, COST] });
  });
});
