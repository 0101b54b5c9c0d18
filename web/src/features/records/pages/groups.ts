// Rows that hold the same stand together, each lot under a heading. The order comes from the server: what they are grouped
// by is sorted by first.

import type { RecordRow } from "@/api/records";
import { isSame } from "@/model/column";
import { type Column, type Condition, columnKey, type Sort } from "@/model/report";

/** Sorted by another column second; by the same one, its direction holds. */
export function groupedSort(group: Column | null, sort: readonly Sort[]): Sort[] {
  if (!group) return [...sort];
  const own = sort.find(({ column }) => isSame(column, group)) ?? { column: group };
  return [own, ...sort.filter((one) => one !== own)];
}

/** What the row stands under; empty for an empty cell. As tiles name their groups. */
export function groupOf(row: RecordRow, group: Column): string {
  if (group === "state") return row.state;
  const value = row.values[columnKey(group)];
  const one = Array.isArray(value) ? value[0] : value;
  return one === null || one === undefined ? "" : String(one);
}

/** A heading stands over the first row of all, and where a row differs from the one before. Unknown rows have none. */
export function startsGroup(rowAt: (index: number) => RecordRow | undefined, group: Column, index: number): boolean {
  const row = rowAt(index);
  if (!row || index === 0) return row !== undefined;
  const before = rowAt(index - 1);
  return before !== undefined && groupOf(before, group) !== groupOf(row, group);
}

/** Rows of groups that were folded are not asked for. */
export function foldedFilters(group: Column | null, folded: readonly string[]): Condition[] {
  if (!group) return [];
  return folded.map((key) => ({ column: group, test: key ? { op: "is_not", value: key } : { op: "not_empty" } }));
}
