// What a tile was in each kind while it is designed: who tries another kind and comes back finds everything as it was, and what was
// changed in between. Pure.

import type { Chart, GroupChart, TileKind } from "@/model/report";
import { asKind, needsDimension } from "./chart_choice";

/** What a change in one kind says about the others. Order and number of groups are each kind's own. */
const SHARED = ["filters", "measure", "dimension", "split", "period", "target", "color", "format", "tooltip"] as const;

type Part = (typeof SHARED)[number];

export interface KindMemory {
  /** Grows with each change of kind. */
  moment: number;
  /** As the tile came out of the last one: what differs from it by now was changed by hand. */
  base: Chart;
  left: Partial<Record<TileKind, { chart: Chart; moment: number }>>;
  changed: Partial<Record<Part, { value: unknown; moment: number }>>;
  /** The last question that had groups, and what its kind had no place for. */
  asked: GroupChart | null;
}

const partOf = (chart: Chart, part: Part): unknown => (chart as Partial<GroupChart>)[part] ?? null;

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Parts that a kind has no place for are empty in it, which says nothing. */
function has(kind: TileKind, part: Part): boolean {
  if (part === "filters") return true;
  if (kind === "table") return false;
  if (part === "dimension") return needsDimension(kind);
  if (part === "split") return kind === "stacked_bar" || kind === "line";
  return true;
}

function askedBy(chart: Chart, before: GroupChart | null): GroupChart | null {
  if (chart.kind === "table") return before && { ...before, filters: chart.filters ?? [] };
  const kept = (part: "dimension" | "split") => (has(chart.kind, part) ? chart[part] : (before?.[part] ?? chart[part]));
  return { ...chart, dimension: kept("dimension") ?? null, split: kept("split") ?? null };
}

/** Up to now, before the kind of `chart` changes. Another form, or a step back, begins anew. */
function remembered(chart: Chart, before: KindMemory | undefined): KindMemory {
  const known = before?.base.form === chart.form ? before : undefined;
  const moment = (known?.moment ?? 0) + 1;
  const changed = { ...known?.changed };
  const isGoingOn = known?.base.kind === chart.kind;
  for (const part of SHARED.filter((one) => isGoingOn && has(chart.kind, one))) {
    const value = partOf(chart, part);
    if (known && !isEqual(value, partOf(known.base, part))) changed[part] = { value, moment };
  }
  const left = { ...known?.left, [chart.kind]: { chart, moment } };
  return { moment, base: chart, left, changed, asked: askedBy(chart, known?.asked ?? null) };
}

/** The chart in another kind, and what to remember of it until the next change. */
export function inKind(
  chart: Chart,
  kind: TileKind,
  before: KindMemory | undefined,
): { chart: Chart; memory: KindMemory } {
  const memory = remembered(chart, before);
  const known = memory.left[kind];
  if (chart.kind === kind || !known) {
    const next = asKind(chart.kind === kind ? chart : (memory.asked ?? chart), kind);
    return { chart: next, memory: { ...memory, base: next } };
  }
  const news = SHARED.flatMap((part) => {
    const change = memory.changed[part];
    return change && change.moment > known.moment && has(kind, part) ? [[part, change.value]] : [];
  });
  const next: Chart = { ...known.chart, ...Object.fromEntries(news) };
  return { chart: next, memory: { ...memory, base: next } };
}
