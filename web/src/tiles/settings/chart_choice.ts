// What may be picked for a chart of a form, and what a chart becomes when its kind is changed: only what the server
// would accept.

import { columnsOf, isDated, isGrouping, isMeasured, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import {
  type Chart,
  type Column,
  columnKey,
  type Dimension,
  type GroupChart,
  type GroupKind,
  type Measure,
  type Query,
  type TileKind,
} from "@/model/report";

export const MEASURES = ["count", "sum", "mean", "min", "max", "mean_handling"] as const;
export const BUCKETS = ["day", "week", "month", "quarter", "year"] as const;
export const GROUP_ORDERS = ["natural", "largest", "smallest"] as const;
export const TOP_MAX = 1_000;
export const ROWS_MAX = 200;

const TABLE_ROWS = 10;
const RANKING_TOP = 10;
/** As many as there are series colours: beyond, a colour would stand for two groups. */
const RING_TOP = 8;
/** As the server has it where nothing is said. */
const TOP = 20;

export const groupings = (form: FormDefinition): Column[] =>
  columnsOf(form).filter((column) => isGrouping(kindOf(column, form)));

export const measured = (form: FormDefinition): Column[] =>
  columnsOf(form).filter((column) => isMeasured(kindOf(column, form)));

export const dated = (form: FormDefinition): Column[] =>
  columnsOf(form).filter((column) => isDated(kindOf(column, form)));

/** `column` as a dimension; a date gets a bucket. */
export function dimensionOf(column: Column, form: FormDefinition, bucket?: Dimension["bucket"]): Dimension {
  return isDated(kindOf(column, form)) ? { column, bucket: bucket ?? "week" } : { column };
}

/** The kind of measure changed: it keeps its column where it has one, or takes the form's first number. */
export function measureOf(kind: Measure["kind"], old: Measure, form: FormDefinition): Measure {
  if (kind === "count" || kind === "mean_handling") return { kind };
  const column = "column" in old ? old.column : (measured(form)[0] ?? "duration");
  return { kind, column };
}

/** Its number is a span of time, in milliseconds. */
export const isTimed = (measure: Measure, form: FormDefinition): boolean =>
  measure.kind === "mean_handling" || ("column" in measure && kindOf(measure.column, form) === "duration");

const keyOf = (measure: Measure): string => ("column" in measure ? columnKey(measure.column) : measure.kind);

/** Another number: a target of hours is none of pieces, and another field has a unit of its own. */
export const measuring = (
  old: Query,
  measure: Measure,
  form: FormDefinition,
): Pick<Query, "measure" | "target" | "format" | "tooltip"> => ({
  measure,
  ...(old.target && isTimed(old.measure, form) !== isTimed(measure, form) && { target: null }),
  ...(old.format && keyOf(old.measure) !== keyOf(measure) && { format: null }),
  ...(old.tooltip && measure.kind === "mean_handling" && { tooltip: [] }),
});

/** Something may be said besides: of groups, and not of handlings, which are folded by themselves. */
export const hasTooltip = ({ kind, measure }: GroupChart): boolean =>
  needsDimension(kind) && measure.kind !== "mean_handling";

/** As it is likeliest said of a group: all of a number, an average of time. */
export const besideOf = (column: Column, form: FormDefinition): Measure => ({
  kind: kindOf(column, form) === "duration" ? "mean" : "sum",
  column,
});

export const needsDimension = (kind: GroupKind): boolean => kind !== "number" && kind !== "number_change";

const TIME: Dimension = { column: "created_at", bucket: "week" };
const STATE: Dimension = { column: "state" };

function fresh(kind: GroupKind, form: string): Query {
  const query: Query = { form, filters: [], measure: { kind: "count" } };
  switch (kind) {
    case "number":
      return query;
    case "number_change":
      return { ...query, period: { column: "created_at", span: "this_week" } };
    case "bar":
      return { ...query, dimension: STATE };
    case "stacked_bar":
      return { ...query, dimension: TIME, split: STATE, period: { column: "created_at", span: "last90_days" } };
    case "line":
      return { ...query, dimension: TIME, period: { column: "created_at", span: "last90_days" } };
    case "ring":
      return { ...query, dimension: STATE, top: RING_TOP };
    case "ranking":
      return { ...query, dimension: { column: "initiator" }, order: "largest", top: RANKING_TOP };
  }
}

/** Groups a kind can show before the rest. */
export const topMax = (kind: GroupKind): number => (kind === "ring" ? RING_TOP : TOP_MAX);

/** No more groups than its kind can show; a board may hold more from before. */
export function bounded<C extends Chart>(chart: C): C {
  if (chart.kind === "table" || (chart.top ?? TOP) <= topMax(chart.kind)) return chart;
  return { ...chart, top: topMax(chart.kind) };
}

/** A chart of `form` that shows something sensible at once. */
export function freshGroup<K extends GroupKind>(kind: K, form: string): GroupChart & { kind: K } {
  return { kind, ...fresh(kind, form) };
}

export function freshTable(form: string): Extract<Chart, { kind: "table" }> {
  return {
    kind: "table",
    form,
    filters: [],
    columns: ["title", "state", "handler", "created_at"],
    sort: [{ column: "created_at", descending: true }],
    rows: TABLE_ROWS,
  };
}

/** The same question drawn another way: whatever the new kind can show is kept. */
export function asKind(chart: Chart, kind: TileKind): Chart {
  if (chart.kind === kind) return chart;
  const filters = chart.filters ?? [];
  if (kind === "table") return { ...freshTable(chart.form), filters };
  const start = freshGroup(kind, chart.form);
  if (chart.kind === "table") return { ...start, filters };
  const dimension = needsDimension(kind) ? (chart.dimension ?? start.dimension) : null;
  const hasSplit = kind === "stacked_bar" || kind === "line";
  return bounded({
    ...chart,
    kind,
    dimension: dimension ?? null,
    split: hasSplit ? (chart.split ?? (kind === "stacked_bar" ? otherThan(dimension, start.split) : null)) : null,
    period: chart.period ?? (kind === "number_change" ? (start.period ?? null) : null),
    order: kind === "ranking" ? "largest" : (chart.order ?? "natural"),
  });
}

/** Splitting by the dimension itself would say nothing. */
function otherThan(dimension: Dimension | null | undefined, split: Dimension | null | undefined): Dimension | null {
  return dimension?.column === "state" ? { column: "initiator" } : (split ?? null);
}

/** The question itself asked of another form: what only the old form knows is dropped. */
export function asForm(chart: Chart, form: string): Chart {
  const isShared = (column: Column): boolean => typeof column === "string";
  if (chart.kind === "table") {
    const start = freshTable(form);
    const columns = chart.columns.filter(isShared);
    return {
      ...start,
      columns: columns.length > 0 ? columns : start.columns,
      ...(chart.rows !== undefined && { rows: chart.rows }),
    };
  }
  const start = freshGroup(chart.kind, form);
  const isKept = !("column" in chart.measure) || isShared(chart.measure.column);
  const keep = (dimension: Dimension | null | undefined): dimension is Dimension =>
    Boolean(dimension && isShared(dimension.column));
  return {
    ...start,
    dimension: keep(chart.dimension) ? chart.dimension : (start.dimension ?? null),
    split: keep(chart.split) ? chart.split : (start.split ?? null),
    measure: isKept ? chart.measure : { kind: "count" },
    ...(chart.format && isKept && { format: chart.format }),
    ...(chart.tooltip && { tooltip: chart.tooltip.filter((one) => !("column" in one) || isShared(one.column)) }),
    ...(chart.order && { order: chart.order }),
    ...(chart.top !== undefined && { top: chart.top }),
    ...(chart.color && { color: chart.color }),
  };
}
