// How a person arranged the grid on this device, beside what the view keeps: widths, frozen columns, row height, totals.

import type { FormDefinition } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import { moveColumn, type Widths, widthOf } from "./look";

export const ROW_HEIGHTS = { compact: 32, normal: 40, roomy: 56 } as const;

export type RowHeight = keyof typeof ROW_HEIGHTS;

export const TOTALS = ["sum", "mean", "min", "max"] as const;

export type Total = (typeof TOTALS)[number];

export interface Arrangement {
  widths: Widths;
  /** Columns from the left that stay when the rest scrolls. */
  frozen: number;
  height: RowHeight;
  /** The row of totals is shown. */
  isSummed: boolean;
  /** By column key; a sum where nothing is named. */
  totals: Readonly<Record<string, Total>>;
}

export const ARRANGED_FIRST: Arrangement = { widths: {}, frozen: 1, height: "normal", isSummed: false, totals: {} };

/** The columns as a grid template (the last one takes what is left over), and how far from the left each frozen one stays. */
export function tracks(
  columns: readonly Column[],
  form: FormDefinition,
  { widths, frozen }: Arrangement,
  room: number,
) {
  const sizes = columns.map((column) => widthOf(column, form, widths));
  const last = sizes.length - 1;
  const template = sizes.map((size, at) => (at < last ? `${size}px` : `minmax(${size}px, 1fr)`)).join(" ");
  const lefts: number[] = [];
  let left = 0;
  for (const size of sizes.slice(0, Math.min(frozen, last))) {
    // What stays must leave room for what scrolls; the first column always stays.
    if (lefts.length > 0 && left + size > room * FROZEN_MAX) break;
    lefts.push(left);
    left += size;
  }
  return { template, lefts };
}

/** Whether the column at `index` stays, and whether it is the last that does; older browsers cannot ask what comes next. */
export function frozenAt(index: number, lefts: readonly number[]): "first" | "last" | undefined {
  if (index >= lefts.length) return undefined;
  return index === lefts.length - 1 ? "last" : "first";
}

const FROZEN_MAX = 0.6;

interface Order {
  columns: Column[];
  frozen: number;
}

/** To the end of those that stay, or out of them. */
export function turnPin(columns: readonly Column[], frozen: number, at: number): Order {
  return at < frozen
    ? { columns: moveColumn(columns, at, frozen - 1), frozen: frozen - 1 }
    : { columns: moveColumn(columns, at, frozen), frozen: frozen + 1 };
}

/** A column goes; those that stay close the gap. */
export function hide(columns: readonly Column[], frozen: number, column: Column): Order {
  const at = columns.findIndex((one) => columnKey(one) === columnKey(column));
  return { columns: columns.filter((_, index) => index !== at), frozen: at >= 0 && at < frozen ? frozen - 1 : frozen };
}
