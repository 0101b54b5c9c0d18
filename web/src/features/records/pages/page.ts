// A long list is cut into pages, and any of them is one question: only those that are looked at are asked for.

import { PAGE_ROWS } from "@/api/records";

export interface Range {
  /** Rows, counted from 0, both in view. */
  first: number;
  last: number;
}

export const pageOf = (row: number): number => Math.floor(row / PAGE_ROWS);

/** Rows around the view that are already asked for. */
const AROUND_ROWS = 60;

/** The pages to have at hand, of a list of `total` rows; of one that nothing is known of, the first. */
export function wanted({ first, last }: Range, total: number): number[] {
  const end = pageOf(Math.max(0, total - 1));
  const from = Math.min(end, pageOf(Math.max(0, first - AROUND_ROWS)));
  const to = Math.min(end, pageOf(last + AROUND_ROWS));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What came for a range is what is seen of it; `undefined`: not seen. */
export const isAsSeen = (came: readonly { id: string }[], seen: readonly ({ id: string } | undefined)[]): boolean =>
  came.length === seen.length && seen.every((row, at) => !row || row.id === came[at]?.id);

/** The view went on from where it was, as a wheel and the arrows move it; a jump lands pages away. */
export const isNear = (one: Range, other: Range): boolean => Math.abs(pageOf(one.first) - pageOf(other.first)) <= 1;
