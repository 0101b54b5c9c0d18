// How the grid stands, beside what it shows: widths, frozen columns, row height, totals.

import { controlOf, isColumn, isSame, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Arrangement, Column, RowHeight, Total, TotalFold, Width } from "@/model/report";
import { moveColumn } from "./look";

export const ROW_PX: Readonly<Record<RowHeight, number>> = { compact: 32, normal: 40, roomy: 56 };

export const ARRANGED_FIRST: Arrangement = { frozen: 1, height: "normal", widths: [], summed: false, totals: [] };

/** As narrow and as wide as the server lets a column be. */
export const WIDTH_MIN = 72;
export const WIDTH_MAX = 1_200;

export const widthWithin = (px: number): number => Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, px)));

/** Of an address, a view or this device: what is missing or of no use is as at first. */
export function arrangementOf(value: unknown, form: FormDefinition, shown: number): Arrangement {
  const given = (typeof value === "object" && value !== null ? value : {}) as Partial<Arrangement>;
  const { frozen, height, widths, totals } = given;
  const named = <T extends { column: Column }>(list: T[] | undefined): T[] =>
    Array.isArray(list) ? list.filter(({ column }) => isColumn(column) && kindOf(column, form) !== null) : [];
  return {
    frozen: Math.min(typeof frozen === "number" ? frozen : ARRANGED_FIRST.frozen, shown),
    height: height && height in ROW_PX ? height : ARRANGED_FIRST.height,
    widths: named(widths).map(({ column, px }) => ({ column, px: widthWithin(px) })),
    summed: given.summed === true,
    totals: named(totals),
  };
}

/** Rows of the grid with its heading and, where it stands, the line of totals: the last one's place among them. */
export const linesOf = (records: number, summed: boolean): number => records + (summed ? 2 : 1);

export const widened = (widths: readonly Width[], column: Column, px: number): Width[] => [
  ...widths.filter((one) => !isSame(one.column, column)),
  { column, px: widthWithin(px) },
];

export const foldOf = (totals: readonly Total[], column: Column): TotalFold =>
  totals.find((one) => isSame(one.column, column))?.fold ?? "sum";

export const totalled = (totals: readonly Total[], column: Column, fold: TotalFold): Total[] => [
  ...totals.filter((one) => !isSame(one.column, column)),
  { column, fold },
];

function widthOf(column: Column, form: FormDefinition, widths: readonly Width[]): number {
  const own = widths.find((one) => isSame(one.column, column));
  if (own) return own.px;
  if (column === "title") return 260;
  const control = controlOf(column, form)?.kind;
  if (control === "serial") return 172;
  if (control === "money") return 132;
  const kind = kindOf(column, form);
  if (kind === "number" || kind === "bool" || kind === "state") return 112;
  return kind === "instant" ? 156 : 148;
}

/** The columns as a grid template (the last one takes what is left over), how far from the left each frozen one stays, and how wide
 *  they are together at least. */
export function tracks(
  columns: readonly Column[],
  form: FormDefinition,
  { widths, frozen }: Pick<Arrangement, "widths" | "frozen">,
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
  return { template, lefts, width: sizes.reduce((sum, size) => sum + size, 0) };
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
  const at = columns.findIndex((one) => isSame(one, column));
  return { columns: columns.filter((_, index) => index !== at), frozen: at >= 0 && at < frozen ? frozen - 1 : frozen };
}
