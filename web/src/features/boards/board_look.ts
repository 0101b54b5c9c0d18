// What the person looking at a board narrows it to. It lives in the address, so that it can be sent to a colleague.

import type { Board } from "@/api/boards";
import { isCondition, isFilled } from "@/model/column";
import type { Chart, Condition, Span, Tile } from "@/model/report";
import { SPANS } from "@/model/report";

/** A part of one tile that narrows the others. */
export interface Cross {
  tile: string;
  key: string;
  part?: string;
  form: string;
  filters: Condition[];
}

export interface BoardSearch {
  span?: Span;
  /** Ids of initiators' departments. */
  dept?: string[];
  cross?: Cross;
}

/** Of the address: anything that is no look is no look. */
export function boardSearch({ span, dept, cross }: Record<string, unknown>): BoardSearch {
  const known = SPANS.find((name) => name === span);
  const ids = Array.isArray(dept) ? dept.filter((one): one is string => typeof one === "string" && one !== "") : [];
  return { ...(known && { span: known }), ...(ids.length > 0 && { dept: ids }), ...(isCross(cross) && { cross }) };
}

function isCross(value: unknown): value is Cross {
  if (typeof value !== "object" || value === null) return false;
  const { tile, key, part = "", form, filters } = value as Record<string, unknown>;
  const areTexts = [tile, key, part, form].every((text) => typeof text === "string");
  return areTexts && Array.isArray(filters) && filters.length > 0 && filters.every(isCondition);
}

export const isNarrowed = ({ span, dept, cross }: BoardSearch): boolean => Boolean(span || dept || cross);

/** As one tile is looked at. What is picked narrows tiles of its form; the one it was picked in stays whole, to pick again. */
export function lookAt({ id, chart }: Tile, { cross, ...rest }: BoardSearch): BoardSearch {
  return cross && cross.form === chart.form && cross.tile !== id ? { ...rest, cross } : rest;
}

/** One question to the server. */
export interface Asked {
  chart: Chart;
  filters: Condition[];
}

const CREATED = "created_at";

/**
 * A tile as it is asked under a look. The person's time takes the place of the tile's own, so that a comparison with the
 * period before stays one; everything else holds together.
 */
export function askedOf(chart: Chart, board: readonly Condition[], { span, dept, cross }: BoardSearch = {}): Asked {
  const filters = board.filter(isFilled);
  if (dept) filters.push({ column: "department", test: { op: "in", values: dept } });
  if (cross) filters.push(...cross.filters);
  const own = { ...chart, filters: (chart.filters ?? []).filter(isFilled) };
  if (!span) return { chart: own, filters };
  if (own.kind !== "table")
    return { chart: { ...own, period: { column: own.period?.column ?? CREATED, span } }, filters };
  return { chart: own, filters: [...filters, { column: CREATED, test: { op: "within", period: span } }] };
}

/** Everything a tile counts, as conditions: what is behind a number. */
export function conditionsOf({ chart, filters }: Asked): Condition[] {
  const period = chart.kind === "table" ? null : chart.period;
  return [
    ...filters,
    ...(chart.filters ?? []),
    ...(period ? [{ column: period.column, test: { op: "within" as const, period: period.span } }] : []),
  ];
}

/** As people read: row by row. The order on a phone, and of the keyboard. */
export function readingOrder(tiles: readonly Tile[]): Tile[] {
  return [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);
}

export const formsOf = ({ definition }: Pick<Board, "definition">): string[] => [
  ...new Set(definition.tiles.map(({ chart }) => chart.form)),
];
