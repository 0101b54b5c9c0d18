// A block of texts that is put over cells: where each lands, which cells change, which cannot and why. Nothing is saved here.

import type { RecordRow } from "@/api/records";
import type { NameBook } from "@/fields/reading";
import { typeOf } from "@/fields/table";
import type { Field } from "@/model/form";
import type { Problem } from "@/model/problem";
import { type Column, columnKey } from "@/model/report";
import type { Value } from "@/model/value";
import type { Change } from "./change";
import { cellLock, isSameValue, type Lock, problemsOf } from "./editable";
import type { Box } from "./grid_keys";

/** One paste or fill; more is better imported. */
export const CELLS_MAX = 10_000;

/** What is to stand in a cell. A value is taken as it is where it comes from the same column. */
export interface Wish {
  text: string;
  from?: { key: string; value: Value };
}

export interface Spread {
  box: Box;
  wishAt: (row: number, column: number) => Wish;
  /** Lines and columns that stand over the edge of the list. */
  lost: { rows: number; columns: number };
}

/** A block lies from the first chosen cell on; where the chosen box is a multiple of it, it is repeated until that is full. */
export function spread(
  block: readonly (readonly Wish[])[],
  chosen: Box,
  size: { rows: number; columns: number },
): Spread {
  const [high, wide] = [block.length, Math.max(0, ...block.map(({ length }) => length))];
  const times = (room: number, one: number) => (one > 0 && room % one === 0 ? room : one);
  const rows = times(chosen.bottom - chosen.top + 1, high);
  const columns = times(chosen.right - chosen.left + 1, wide);
  const bottom = Math.min(size.rows, chosen.top + rows) - 1;
  const right = Math.min(size.columns, chosen.left + columns) - 1;
  return {
    box: { ...chosen, bottom, right },
    wishAt: (row, column) => block[(row - chosen.top) % high]?.[(column - chosen.left) % wide] ?? { text: "" },
    lost: { rows: chosen.top + rows - 1 - bottom, columns: chosen.left + columns - 1 - right },
  };
}

/** A column as the plan meets it. */
export interface Lane {
  column: Column;
  field: Field | undefined;
  lock: Lock | null;
  isNumber: boolean;
  /** What stands in a cell of it, as it is copied. */
  text: (value: Value | undefined) => string;
}

export type Verdict =
  | { kind: "change"; change: Change }
  | { kind: "same" }
  | { kind: "wrong"; lock: Lock }
  | { kind: "wrong"; problem: Problem };

export interface PlannedCell {
  /** Counted from 0, in the list. */
  at: number;
  row: RecordRow;
  lane: Lane;
  text: string;
  verdict: Verdict;
}

export interface Plan {
  cells: readonly PlannedCell[];
  changes: readonly Change[];
  wrong: readonly PlannedCell[];
  same: number;
  lost: Spread["lost"];
}

/** `rows` are those of the box, from its top on. */
export function planOf(
  { box, wishAt, lost }: Spread,
  rows: readonly RecordRow[],
  lanes: readonly Lane[],
  names: NameBook,
): Plan {
  const cells: PlannedCell[] = [];
  rows.forEach((row, index) => {
    const at = box.top + index;
    for (let column = box.left; column <= box.right; column += 1) {
      const lane = lanes[column];
      if (!lane) continue;
      const wish = wishAt(at, column);
      cells.push({ at, row, lane, text: wish.text, verdict: judge(row, lane, wish, names) });
    }
  });
  return {
    cells,
    changes: cells.flatMap(({ verdict }) => (verdict.kind === "change" ? [verdict.change] : [])),
    wrong: cells.filter(({ verdict }) => verdict.kind === "wrong"),
    same: cells.filter(({ verdict }) => verdict.kind === "same").length,
    lost,
  };
}

function judge(row: RecordRow, { column, field, lock, text }: Lane, wish: Wish, names: NameBook): Verdict {
  const key = columnKey(column);
  const before = row.values[key] ?? null;
  const typed = wish.text.trim();
  if (typed === text(before).trim()) return { kind: "same" };
  const locked = cellLock(lock, row.state);
  if (locked || !field) return { kind: "wrong", lock: locked ?? "order" };
  const read = typeOf(field.control).fromText;
  const reading =
    wish.from?.key === key
      ? { value: wish.from.value }
      : typed === "" || !read
        ? { value: null }
        : read(wish.text, field.control, names);
  if ("code" in reading) {
    return {
      kind: "wrong",
      problem: { place: field.id, code: reading.code, severity: "error", data: { option: typed } },
    };
  }
  if (isSameValue(before, reading.value, field)) return { kind: "same" };
  const [problem] = problemsOf(field, reading.value);
  if (problem) return { kind: "wrong", problem };
  return { kind: "change", change: { id: row.id, rev: row.rev, field, before, after: reading.value } };
}
