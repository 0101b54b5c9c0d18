// What a field of the form can be in a chart, and the chart once it is: dragged into a well, or clicked into the first that
// takes it. Only what the server would accept.

import { type ColumnKind, freshTest, isDated, isGrouping, isMeasured, isSame, kindOf, opsOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Chart, type Column, TILE_TOOLTIP_MAX } from "@/model/report";
import { besideOf, dimensionOf, hasTooltip, measuring, needsDimension } from "./chart_choice";

/** As problems and rows name it. */
export type Well = "measure" | "dimension" | "split" | "tooltip" | "period" | "columns" | "filters";

/** Those that `chart` shows, in the order of the inspector. */
function shown(chart: Chart): readonly Well[] {
  const { kind } = chart;
  if (kind === "table") return ["columns", "filters"];
  const tooltip: Well[] = hasTooltip(chart) ? ["tooltip"] : [];
  const split: Well[] = kind === "stacked_bar" || kind === "line" ? ["split"] : [];
  return [
    ...(needsDimension(kind) ? (["dimension"] as const) : []),
    "measure",
    ...tooltip,
    ...split,
    "period",
    "filters",
  ];
}

function takes(well: Well, kind: ColumnKind): boolean {
  switch (well) {
    case "measure":
    case "tooltip":
      return isMeasured(kind);
    case "dimension":
    case "split":
      return isGrouping(kind);
    case "period":
      return isDated(kind);
    case "columns":
      return true;
    case "filters":
      return opsOf(kind).length > 0;
  }
}

/** The first is where a click puts it. */
export function wellsOf(chart: Chart, column: Column, form: FormDefinition): Well[] {
  const kind = kindOf(column, form);
  return kind === null ? [] : shown(chart).filter((well) => takes(well, kind));
}

export function poured(chart: Chart, well: Well, column: Column, form: FormDefinition): Chart {
  if (well === "filters") {
    const kind = kindOf(column, form);
    const [op = "not_empty"] = opsOf(kind);
    return { ...chart, filters: [...(chart.filters ?? []), { column, test: freshTest(op, kind) }] };
  }
  if (chart.kind === "table") {
    const isThere = chart.columns.some((one) => isSame(one, column));
    return isThere ? chart : { ...chart, columns: [...chart.columns, column] };
  }
  switch (well) {
    case "measure": {
      const kind = "column" in chart.measure ? chart.measure.kind : "sum";
      return { ...chart, ...measuring(chart, { kind, column }, form) };
    }
    case "tooltip":
      return { ...chart, tooltip: [...(chart.tooltip ?? []), besideOf(column, form)].slice(0, TILE_TOOLTIP_MAX) };
    case "dimension":
      return { ...chart, dimension: dimensionOf(column, form, chart.dimension?.bucket) };
    case "split":
      return { ...chart, split: dimensionOf(column, form, chart.split?.bucket) };
    case "period":
      return { ...chart, period: { column, span: chart.period?.span ?? "last90_days" } };
    case "columns":
      return chart;
  }
}
