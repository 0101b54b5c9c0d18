// What the person looking at a board narrows it to. It lives in the address, so that it can be sent to a colleague.

import type { Board } from "@/api/boards";
import { isCondition, isFilled } from "@/model/column";
import type { Chart, Condition, Span, Tile } from "@/model/report";
import { SPANS } from "@/model/report";
import { bounded } from "@/tiles/settings/chart_choice";
import { isNarrowing, type Narrowing, offeredOf } from "./narrowing";

/** A part of one tile that narrows the others. */
export interface Cross {
  tile: string;
  key: string;
  part?: string;
  form: string;
  filters: Condition[];
}

export interface BoardSearch {
  /** The open tab; it narrows nothing. */
  page?: string;
  span?: Span;
  /** Ids of initiators' departments. */
  dept?: string[];
  /** What is asked of the board's own filters. */
  by?: Narrowing[];
  cross?: Cross;
}

/** Of the address: anything that is no look is no look. */
export function boardSearch({ page, span, dept, by, cross }: Record<string, unknown>): BoardSearch {
  const known = SPANS.find((name) => name === span);
  const ids = Array.isArray(dept) ? dept.filter((one): one is string => typeof one === "string" && one !== "") : [];
  const chosen = Array.isArray(by) ? by.filter(isNarrowing) : [];
  return {
    ...(typeof page === "string" && page !== "" && { page }),
    ...(known && { span: known }),
    ...(ids.length > 0 && { dept: ids }),
    ...(chosen.length > 0 && { by: chosen }),
    ...(isCross(cross) && { cross }),
  };
}

/** Of the address, as far as this board offers it to this person. */
export function offeredSearch(address: Record<string, unknown>, board: Board | undefined): BoardSearch {
  const { by = [], ...rest } = boardSearch(address);
  const offered = offeredOf(by, board?.viewer_filters ?? []);
  return { ...rest, ...(offered.length > 0 && { by: offered }) };
}

function isCross(value: unknown): value is Cross {
  if (typeof value !== "object" || value === null) return false;
  const { tile, key, part = "", form, filters } = value as Record<string, unknown>;
  const areTexts = [tile, key, part, form].every((text) => typeof text === "string");
  return areTexts && Array.isArray(filters) && filters.length > 0 && filters.every(isCondition);
}

export const isNarrowed = (search: BoardSearch): boolean => Boolean(search.span) || narrowedBy(search).length > 0;

/**
 * As one tile is looked at. A filter on a field reaches the tiles of its form, as what is picked does; the tile it was picked in
 * stays whole, to pick again.
 */
export function lookAt({ id, chart }: Tile, { by = [], cross, ...rest }: BoardSearch): BoardSearch {
  const reaching = by.filter(({ form }) => !form || form === chart.form);
  const isCrossed = cross && cross.form === chart.form && cross.tile !== id;
  return { ...rest, ...(reaching.length > 0 && { by: reaching }), ...(isCrossed && { cross }) };
}

/** What the person narrows to, beside the time. */
export function narrowedBy({ dept, by = [], cross }: BoardSearch): Condition[] {
  return [
    ...(dept ? [{ column: "department" as const, test: { op: "in" as const, values: dept } }] : []),
    ...by.filter(isFilled).map(({ column, test }) => ({ column, test })),
    ...(cross?.filters ?? []),
  ];
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
export function askedOf(chart: Chart, board: readonly Condition[], look: BoardSearch = {}): Asked {
  const { span } = look;
  const filters = [...board.filter(isFilled), ...narrowedBy(look)];
  const own = { ...bounded(chart), filters: (chart.filters ?? []).filter(isFilled) };
  if (!span) return { chart: own, filters };
  if (own.kind !== "table")
    return { chart: { ...own, period: { column: own.period?.column ?? CREATED, span } }, filters };
  return { chart: own, filters: [...filters, { column: CREATED, test: { op: "within", period: span } }] };
}

/** The time that a tile counts: of whoever looks, or its own. */
export function spanOf({ chart }: Asked, { span }: BoardSearch): Span | null {
  return span ?? (chart.kind === "table" ? null : (chart.period?.span ?? null));
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
