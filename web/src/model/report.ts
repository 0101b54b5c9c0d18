// What lists and tiles ask, as JSON. The same words as src/model/report.rs, and as src/model/board.rs.

import type { Color } from "./color";

export interface BoardDefinition {
  tiles: Tile[];
  /** The pages it is read in; without any it is one page. */
  tabs?: Tab[];
  /** Hold for every tile. */
  filters?: Condition[];
  /** What whoever looks may narrow it by, in this order. */
  viewer_filters?: ViewerFilter[];
  /** How phones show the tiles, from the top; without it, as they are read on the grid. */
  phone?: PhoneTile[] | null;
}

export const BOARD_TABS_MAX = 12;

/** One page of a board, with a grid of its own. */
export interface Tab {
  id: string;
  name: string;
}

/** Columns that viewers may narrow one board by. */
export const VIEWER_FILTERS_MAX = 12;

/** A column that whoever looks at a board may narrow it by: every tile whose form has it follows. */
export interface ViewerFilter {
  column: Column;
  /** Whose field it is; absent for what every order has. */
  form?: string | null;
}

export const PHONE_HEIGHTS = ["low", "middle", "high"] as const;

export type PhoneHeight = (typeof PHONE_HEIGHTS)[number];

/** One chart on a phone. A tile that is not named stands behind the one it is read after. */
export interface PhoneTile {
  id: string;
  /** Without it, as the kind needs. */
  height?: PhoneHeight | null;
  hidden?: boolean;
}

/** One chart on the board's grid of twelve columns. */
export interface Tile {
  id: string;
  title: string;
  /** Absent: on the first, if there are any. */
  tab?: string | null;
  x: number;
  y: number;
  w: number;
  h: number;
  chart: Chart;
}

export type GroupKind = "number" | "number_change" | "bar" | "stacked_bar" | "line" | "ring" | "ranking";

export interface GroupChart extends Query {
  kind: GroupKind;
}

export interface TableChart {
  kind: "table";
  form: string;
  filters?: Condition[];
  columns: Column[];
  sort?: Sort[];
  rows?: number;
}

export type Chart = GroupChart | TableChart;

export type TileKind = Chart["kind"];

/** Folds records into groups. */
export interface Query {
  form: string;
  filters?: Condition[];
  /** What one bar stands for; absent in numbers. */
  dimension?: Dimension | null;
  /** Splits every bar. */
  split?: Dimension | null;
  measure: Measure;
  period?: Period | null;
  order?: "natural" | "largest" | "smallest";
  top?: number;
  /** Decimal text. */
  target?: string | null;
  color?: Color | null;
  /** How its numbers are written; without it, as the field says. */
  format?: NumberFormat | null;
  /** What is said besides of a group that is pointed at. */
  tooltip?: Measure[];
}

/** Measures that are said besides. */
export const TILE_TOOLTIP_MAX = 4;

/** What is left out is as the field says. */
export interface NumberFormat {
  /** So many, no more and no fewer. */
  decimals?: number | null;
  /** Digits stand in groups of three. */
  thousands?: boolean | null;
  /** Numbers of five digits or more; left out: short where there is little room. */
  large?: "whole" | "short" | null;
  /** 0.12 is 12 %. */
  percent?: boolean | null;
  /** In place of the currency's sign. */
  prefix?: string | null;
  /** In place of the unit. */
  suffix?: string | null;
}

export const DECIMALS_MAX = 8;
/** Characters before or behind a number. */
export const NUMBER_SIGN_CHARS_MAX = 8;

export const ORDER_COLUMNS = [
  "title",
  "state",
  "node",
  "handler",
  "initiator",
  "department",
  "created_at",
  "submitted_at",
  "updated_at",
  "ended_at",
  "duration",
] as const;

export type OrderColumn = (typeof ORDER_COLUMNS)[number];

/** A column of the records table: a field of the form, or something every order has. */
export type Column = OrderColumn | { field: string };

/** How rows name a column: `title`, `field:urgency`. */
export function columnKey(column: Column): string {
  return typeof column === "string" ? column : `field:${column.field}`;
}

export interface Sort {
  column: Column;
  descending?: boolean;
}

/** One test of one column; several hold together. */
export interface Condition {
  column: Column;
  test: Test;
}

/** Operands are in the wire form of the column's kind. */
export type Test =
  | { op: "is" | "is_not" | "contains" | "at_least" | "at_most"; value: string }
  | { op: "in"; values: string[] }
  | { op: "empty" | "not_empty" }
  | { op: "within"; period: Span };

/** Groups that one tile may show. */
export const TILE_GROUPS_MAX = 1_000;

export interface Dimension {
  column: Column;
  /** Of a date column. */
  bucket?: "day" | "week" | "month" | "quarter" | "year" | null;
}

export type Measure =
  | { kind: "count" }
  | { kind: "sum" | "mean" | "min" | "max"; column: Column }
  | { kind: "mean_handling" };

export interface Period {
  column: Column;
  span: Span;
}

export const SPANS = [
  "today",
  "yesterday",
  "this_week",
  "last_week",
  "this_month",
  "last_month",
  "this_quarter",
  "this_year",
  "last7_days",
  "last30_days",
  "last90_days",
  "last365_days",
] as const;

/** Periods in the workspace's time zone; weeks start on Monday. */
export type Span = (typeof SPANS)[number];

/** A saved way to look at a form's records. */
export interface ViewDefinition {
  layout: { kind: "table" } | { kind: "kanban"; by: Column };
  columns: Column[];
  filters?: Condition[];
  sort?: Sort[];
  /** Rows that hold the same here stand together. */
  group?: Column | null;
  /** Absent: as each person has it on their device. */
  arrangement?: Arrangement | null;
}

export const ROW_HEIGHTS = ["compact", "normal", "roomy"] as const;

export type RowHeight = (typeof ROW_HEIGHTS)[number];

export const TOTAL_FOLDS = ["sum", "mean", "min", "max"] as const;

export type TotalFold = (typeof TOTAL_FOLDS)[number];

/** How a table stands, beside what it shows. */
export interface Arrangement {
  /** Columns from the left that stay when the rest scrolls. */
  frozen: number;
  height: RowHeight;
  /** Of the columns somebody drew wider or narrower. */
  widths: Width[];
  /** Totals stand under the rows. */
  summed: boolean;
  /** A sum where nothing is named. */
  totals: Total[];
}

export interface Width {
  column: Column;
  px: number;
}

export interface Total {
  column: Column;
  fold: TotalFold;
}
