// A tile's data as a plain table, as it is taken away in a file: exact numbers, with their unit in the heading. Pure.

import type { TileData } from "@/api/boards";
import { kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey, type GroupChart, type TableChart } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import type { Format } from "@/ui/format";
import type { Besides } from "./besides";
import { factorOf } from "./number_text";
import type { Reading, Split } from "./reading";
import type { Unit } from "./unit";

/** Numbers as decimal text. */
export type Figure = { text: string } | { number: string } | null;

export interface Figures {
  columns: string[];
  rows: Figure[][];
}

const HOUR_MS = 3_600_000;
const DECIMALS_MAX = 6;

const exact = (value: number): Figure => ({ number: String(Number(value.toFixed(DECIMALS_MAX))) });

/** A span is written in hours; a moment has no number that a spreadsheet would read. */
function figureOf(value: number | null | undefined, unit: Unit, format: Format): Figure {
  if (value === null || value === undefined) return null;
  const { format: kind } = unit;
  if (kind === "datetime") return { text: format.dateTime(value) };
  return exact(kind === "duration" ? value / HOUR_MS : value * factorOf({ ...unit, kind }));
}

/** A column of bare numbers names their unit. */
export const headed = (label: string, unit: string): string => (unit ? `${label} (${unit})` : label);

export interface GroupSource {
  chart: GroupChart;
  data: TileData;
  readings: readonly Reading[];
  splits: readonly Split[];
  unit: Unit;
  /** What is said besides; `head` with its unit. */
  besides: readonly (Besides & { head: string })[];
  format: Format;
  words: { dimension: string; measure: string; whole: string; before: string; unit: string };
}

/** As the table behind a chart shows them, the whole below; a number alone, or beside that of the period before. */
export function groupFigures(source: GroupSource): Figures {
  const { chart, data, readings, splits, unit, besides, format, words } = source;
  const figure = (value: number | null | undefined) => figureOf(value, unit, format);
  const measure = headed(words.measure, words.unit);
  if (!chart.dimension || chart.kind === "number" || chart.kind === "number_change") {
    if (chart.kind !== "number_change") return { columns: [measure], rows: [[figure(data.total)]] };
    return { columns: [measure, words.before], rows: [[figure(data.total), figure(data.previous)]] };
  }
  const rows = readings.map(({ label, value, parts }, at) => [
    { text: label },
    ...splits.map(({ key }) => figure(parts.get(key))),
    figure(value),
    ...besides.map((one) => figureOf(one.values[at], one.unit, format)),
  ]);
  const totals = besides.map((one) => figureOf(one.total, one.unit, format));
  return {
    columns: [words.dimension, ...splits.map(({ label }) => label), measure, ...besides.map(({ head }) => head)],
    rows: [...rows, [{ text: words.whole }, ...splits.map(() => null), figure(data.total), ...totals]],
  };
}

/** The orders that are shown. */
export function tableFigures(chart: TableChart, data: TileData, form: FormDefinition, words: ColumnWords): Figures {
  return {
    columns: chart.columns.map(words.label),
    rows: (data.rows ?? []).map(({ values }) =>
      chart.columns.map((column) => {
        const value = values[columnKey(column)];
        const isNumber = kindOf(column, form) === "number" && typeof value === "string";
        if (isNumber) return { number: value };
        const text = words.text(column, value);
        return text ? { text } : null;
      }),
    ),
  };
}
