// What the people who look at a board narrow it by, out of the columns that its maker chose. Pure.

import { isCondition } from "@/model/column";
import { columnKey, type Test, type ViewerFilter } from "@/model/report";

/** One of the columns, with what is asked of it. */
export interface Narrowing extends ViewerFilter {
  test: Test;
}

export const filterKey = ({ column, form }: ViewerFilter): string =>
  form ? `${form}/${columnKey(column)}` : columnKey(column);

const isSame = (a: ViewerFilter, b: ViewerFilter): boolean => filterKey(a) === filterKey(b);

/** Whether what came from an address is one at all. */
export function isNarrowing(value: unknown): value is Narrowing {
  if (!isCondition(value)) return false;
  const { form = "" } = value as Partial<Narrowing>;
  return typeof form === "string";
}

/** Without what this board does not offer to this person. */
export const offeredOf = (chosen: readonly Narrowing[], offered: readonly ViewerFilter[]): Narrowing[] =>
  chosen.filter((one) => offered.some((filter) => isSame(one, filter)));

export const testOf = (chosen: readonly Narrowing[], filter: ViewerFilter): Test | null =>
  chosen.find((one) => isSame(one, filter))?.test ?? null;

/** With another test of one column; `null`: nothing is asked of it any more. */
export function narrowed(chosen: readonly Narrowing[], filter: ViewerFilter, test: Test | null): Narrowing[] {
  const rest = chosen.filter((one) => !isSame(one, filter));
  return test ? [...rest, { ...filter, test }] : rest;
}
