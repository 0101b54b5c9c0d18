// What the person looking at a board narrows it to. It lives in the address, so that it can be sent to a colleague.

import type { Board } from "@/api/boards";
import { isFilled } from "@/model/column";
import type { Chart, Condition, Span, Tile } from "@/model/report";
import { SPANS } from "@/model/report";

export interface BoardSearch {
  span?: Span;
  /** Ids of initiators' departments. */
  dept?: string[];
}

/** Of the address: anything that is no look is no look. */
export function boardSearch({ span, dept }: Record<string, unknown>): BoardSearch {
  const known = SPANS.find((name) => name === span);
  const ids = Array.isArray(dept) ? dept.filter((one): one is string => typeof one === "string" && one !== "") : [];
  return { ...(known && { span: known }), ...(ids.length > 0 && { dept: ids }) };
}

export const isNarrowed = ({ span, dept }: BoardSearch): boolean => Boolean(span || dept);

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
export function askedOf(chart: Chart, board: readonly Condition[], { span, dept }: BoardSearch = {}): Asked {
  const filters = board.filter(isFilled);
  if (dept) filters.push({ column: "department", test: { op: "in", values: dept } });
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
