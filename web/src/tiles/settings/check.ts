// What the server would refuse of a chart, said while it is edited: nothing is asked with a question that has a hole.
// Places are relative to the tile.

import { isDated, isGrouping, isMeasured, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Chart, Column, Dimension, GroupChart } from "@/model/report";
import { needsDimension } from "./chart_choice";

function problem(place: string, code: string, column?: Column): Problem {
  return { place, code, severity: "error", data: typeof column === "object" ? { ...column } : {} };
}

type Kind = ReturnType<typeof kindOf>;

function column(place: string, wanted: Column, form: FormDefinition, fits: (kind: Kind) => boolean): Problem[] {
  const kind = kindOf(wanted, form);
  if (kind === null) return [problem(place, "unknown_field", wanted)];
  return fits(kind) ? [] : [problem(place, "wrong_type")];
}

function dimension(place: string, wanted: Dimension | null | undefined, form: FormDefinition, isNeeded: boolean) {
  if (!wanted) return isNeeded ? [problem(place, "required")] : [];
  return column(place, wanted.column, form, isGrouping);
}

function group(chart: GroupChart, form: FormDefinition): Problem[] {
  const { kind, measure, period } = chart;
  const isCompared = kind === "number_change";
  return [
    ...("column" in measure ? column("measure", measure.column, form, isMeasured) : []),
    ...(chart.tooltip ?? []).flatMap((one, at) =>
      "column" in one ? column(`tooltip.${at}`, one.column, form, isMeasured) : [],
    ),
    ...dimension("dimension", chart.dimension, form, needsDimension(kind)),
    ...dimension("split", chart.split, form, kind === "stacked_bar"),
    ...(period ? column("period", period.column, form, isDated) : isCompared ? [problem("period", "required")] : []),
  ];
}

const anything = (): boolean => true;

export function checkChart(chart: Chart, form: FormDefinition): Problem[] {
  const filters = (chart.filters ?? []).flatMap((one, at) => column(`filters.${at}`, one.column, form, anything));
  if (chart.kind !== "table") return [...group(chart, form), ...filters];
  const columns = chart.columns.flatMap((one) => column("columns", one, form, anything));
  const none = chart.columns.length === 0 ? [problem("columns", "required")] : [];
  return [...none, ...columns, ...filters];
}
