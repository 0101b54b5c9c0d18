import { describe, expect, it } from "vitest";
import type { Chart, GroupChart, TileKind } from "@/model/report";
import { freshTable } from "./chart_choice";
import { inKind, type KindMemory } from "./kind_memory";

const bar: GroupChart = {
  kind: "bar",
  form: "f",
  filters: [],
  dimension: { column: { field: "shop" } },
  measure: { kind: "count" },
  order: "natural",
  top: 5,
  target: "9",
  color: "red",
};
const stacked: GroupChart = { ...bar, kind: "stacked_bar", split: { column: { field: "severity" } } };
const table: Chart = { ...freshTable("f"), columns: ["title", { field: "shop" }], rows: 50 };

type Step = TileKind | ((chart: Chart) => Chart);

/** Kinds, one after the other; a function is a change by hand. */
function through(start: Chart, ...steps: Step[]): Chart {
  let memory: KindMemory | undefined;
  return steps.reduce<Chart>((chart, step) => {
    if (typeof step === "function") return step(chart);
    const next = inKind(chart, step, memory);
    memory = next.memory;
    return next.chart;
  }, start);
}

const counting = (chart: Chart): Chart => ({ ...(chart as GroupChart), measure: { kind: "mean_handling" } });

describe("another kind and back", () => {
  it.each<[string, Chart, TileKind[]]>([
    ["over a number", bar, ["number", "bar"]],
    ["over a comparison, which needs a period", bar, ["number_change", "bar"]],
    ["over a ranking, which has an order of its own", bar, ["ranking", "bar"]],
    ["without its split in between", stacked, ["bar", "stacked_bar"]],
    ["over the orders themselves", stacked, ["table", "stacked_bar"]],
    ["over everything", stacked, ["number", "table", "ring", "bar", "line", "stacked_bar"]],
    ["from a table", table, ["bar", "number", "table"]],
  ])("is as it was, %s", (_, start, kinds) => {
    expect(through(start, ...kinds)).toEqual(start);
  });

  it("keeps what was changed in between", () => {
    expect(through(bar, "number", counting, "bar")).toEqual({ ...bar, measure: { kind: "mean_handling" } });
    const filters = [{ column: "state", test: { op: "not_empty" } } as const];
    expect(through(bar, "table", (chart) => ({ ...chart, filters: [...filters] }), "bar")).toEqual({ ...bar, filters });
  });

  it("has in a kind it never was what the last one had no place for", () => {
    expect(through(bar, "number", "ring")).toMatchObject({ kind: "ring", dimension: bar.dimension });
    expect(through(stacked, "table", "line")).toMatchObject({
      kind: "line",
      split: stacked.split,
      measure: bar.measure,
    });
  });

  it("begins anew with another form", () => {
    const moved = (chart: Chart): Chart => ({ ...chart, form: "g" });
    expect(through(bar, "number", moved, "bar")).toMatchObject({ form: "g", dimension: { column: "state" } });
  });
});
