// The pages of a long list stand in a chain: each is asked for by the cursor that the one before gave. A page that comes
// back different after a change renews the links behind it, and only what is looked at is asked again.

import { PAGE_ROWS } from "@/api/records";

/** Cursor of each page known so far; the first is always known. */
export type Chain = readonly string[];

export const FIRST: Chain = [""];

/** Page `at` answered that `next` follows it. The same chain when that was known. */
export function link(chain: Chain, at: number, next: string | null): Chain {
  if (at >= chain.length || chain[at + 1] === (next ?? undefined)) return chain;
  return next === null ? chain.slice(0, at + 1) : [...chain.slice(0, at + 1), next];
}

export interface Range {
  /** Rows, counted from 0, both in view. */
  first: number;
  last: number;
}

export const pageOf = (row: number): number => Math.floor(row / PAGE_ROWS);

/** Rows ahead of the view that are already asked for. */
const AHEAD_ROWS = 60;

/** The pages to have at hand: those in view, or the end of the chain while it does not reach that far. */
export function wanted(chain: Chain, { first, last }: Range): number[] {
  const end = chain.length - 1;
  const from = Math.min(end, pageOf(Math.max(0, first - AHEAD_ROWS)));
  const to = Math.min(end, pageOf(last + AHEAD_ROWS));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
