// A tile's data made ready to draw: groups with words and colours, the splits of all groups in one order.

import type { TileData, TileGroup } from "@/api/boards";
import type { Color } from "@/model/color";
import { ORDER_STATES, type OrderState } from "@/model/order";
import type { Chart, Dimension } from "@/model/report";
import { type BucketText, bucketText } from "./bucket_words";

export interface Words {
  locale: string;
  empty: string;
  other: string;
  yes: string;
  no: string;
  state: (state: OrderState) => string;
}

export interface Reading {
  key: string;
  label: string;
  /** The label on an axis. */
  tick: string;
  color: Color | null;
  value: number | null;
  count: number;
  /** By key of the split. */
  parts: ReadonlyMap<string, number | null>;
  /** The rest that was not worth a group: nothing to open. */
  isRest: boolean;
}

export interface Split {
  key: string;
  label: string;
  color: Color | null;
  isRest: boolean;
}

/** The key of what the rest folds into; the empty group's key is the empty text. */
export const REST_KEY = "$other";

const STATE_COLORS: Record<OrderState, Color> = {
  draft: "gray",
  running: "blue",
  returned: "orange",
  completed: "green",
  rejected: "red",
  cancelled: "purple",
  terminated: "pink",
};

type Named = Pick<TileGroup, "key" | "label" | "color">;

function stateOf(dimension: Dimension | null | undefined, key: string): OrderState | undefined {
  return dimension?.column === "state" ? ORDER_STATES.find((state) => state === key) : undefined;
}

function textOf({ key, label }: Named, dimension: Dimension | null | undefined, words: Words): BucketText {
  const same = (text: string): BucketText => ({ tick: text, label: text });
  if (key === REST_KEY) return same(words.other);
  if (key === "") return same(words.empty);
  const state = stateOf(dimension, key);
  if (state) return same(words.state(state));
  const time = dimension?.bucket && bucketText(key, dimension.bucket, words.locale);
  if (time) return time;
  if (key === "true" && (!label || label === key)) return same(words.yes);
  if (key === "false" && (!label || label === key)) return same(words.no);
  return same(label || key);
}

function colorOf({ key, color }: Named, dimension: Dimension | null | undefined): Color | null {
  const state = stateOf(dimension, key);
  return color ?? (state ? STATE_COLORS[state] : null);
}

export function readingsOf(chart: Chart, data: TileData, words: Words): Reading[] {
  const { dimension } = chart.kind === "table" ? { dimension: null } : chart;
  return data.groups.map((group) => ({
    key: group.key,
    ...textOf(group, dimension, words),
    color: colorOf(group, dimension),
    value: group.value,
    count: group.count,
    parts: new Map((group.parts ?? []).map((part) => [part.key, part.value])),
    isRest: group.key === REST_KEY,
  }));
}

/** Every split that any group has, in order of appearance; the rest last. */
export function splitsOf(chart: Chart, data: TileData, words: Words): Split[] {
  const { split } = chart.kind === "table" ? { split: null } : chart;
  const found = new Map<string, Split>();
  for (const part of data.groups.flatMap(({ parts }) => parts ?? [])) {
    if (found.has(part.key)) continue;
    found.set(part.key, {
      key: part.key,
      label: textOf(part, split, words).label,
      color: colorOf(part, split),
      isRest: part.key === REST_KEY,
    });
  }
  return [...found.values()].sort((a, b) => Number(a.isRest) - Number(b.isRest));
}

/** Where not everything stands for itself: how many groups do, or how many parts of each, or how many of the latest there are. */
export function truncationOf({ groups }: TileData): { what: "groups" | "parts" | "latest"; count: number } {
  const shown = groups.filter(({ key }) => key !== REST_KEY).length;
  if (shown < groups.length) return { what: "groups", count: shown };
  const parts = new Set(groups.flatMap((group) => (group.parts ?? []).map(({ key }) => key)));
  return parts.delete(REST_KEY) ? { what: "parts", count: parts.size } : { what: "latest", count: shown };
}

/** Nothing to draw: no row, no group, or groups in which there was nothing to fold. A number is never empty, it is zero. */
export function isBlank(chart: Chart, data: TileData): boolean {
  if (chart.kind === "number" || chart.kind === "number_change") return false;
  return chart.kind === "table" ? (data.rows ?? []).length === 0 : data.groups.every(({ value }) => value === null);
}

/** Whether data of one question may be shown while the other is on its way. */
export function isAlike(chart: Chart, data: TileData): boolean {
  return (chart.kind === "table") === (data.kind === "table");
}
