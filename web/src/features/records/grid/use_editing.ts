import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { columnKey } from "@/model/report";
import type { Value } from "@/model/value";
import { toast } from "@/ui/toast";
import type { Pages } from "../pages/use_pages";
import type { Leaving } from "./CellEditor";
import { type Cells, shownValue } from "./cells";
import { cellLock, isSameValue, startsWith } from "./editable";
import { type At, tabStep } from "./grid_keys";
import type { Lane } from "./plan";

interface Editing {
  /** The record and the field: the cell is wherever they stand by now. */
  id: string;
  field: Field;
  rev: number;
  /** As it stood when the person began: whoever changes it meanwhile is in conflict. */
  before: Value;
  /** What the control begins with. */
  start: Value;
}

interface Edits {
  pages: Pages;
  lanes: readonly Lane[];
  cells: Cells;
  goTo: (at: At) => void;
  focus: () => void;
}

/** One cell is being written. */
export function useEditing({ pages, lanes, cells, goTo, focus }: Edits) {
  const { t } = useTranslation("records");
  const [editing, setEditing] = useState<Editing | null>(null);

  const at = editing && cellOf(editing, pages, lanes);
  const lockAt = ({ row, column }: At) => {
    const record = pages.rowAt(row);
    return record ? cellLock(lanes[column]?.lock ?? null, record.state) : null;
  };
  /** False: this cell is not written here. `key` is what was typed on it. */
  const begin = (at: At, key?: string): boolean => {
    const row = pages.rowAt(at.row);
    const lane = lanes[at.column];
    if (!row || !lane?.field || lockAt(at)) return false;
    const name = columnKey(lane.column);
    const before = shownValue(cells.store.getState().marks.get(row.id)?.[name], row, name);
    const start = key && startsWith(lane.field, key) ? key : before;
    setEditing({ id: row.id, field: lane.field, rev: row.rev, before, start });
    return true;
  };
  const explain = (at: At) => {
    const lock = lockAt(at);
    if (lock) toast.info(t(`grid.lock.${lock}`));
  };
  const leave = () => {
    setEditing(null);
    focus();
  };
  const done = (value: Value, leaving: Leaving) => {
    if (!editing) return;
    const { id, field, rev, before } = editing;
    if (!isSameValue(before, value, field)) void cells.write([{ id, rev, field, before, after: value }]);
    leave();
    if (!at) return;
    const size = { rows: pages.total, columns: lanes.length };
    if (leaving === "down" || leaving === "up") {
      const row = at.row + (leaving === "down" ? 1 : -1);
      goTo({ ...at, row: Math.max(0, Math.min(size.rows - 1, row)) });
    }
    if (leaving === "left" || leaving === "right") {
      const next = nextOpen(at, leaving === "left", size);
      goTo(next ?? at);
      if (next) begin(next);
    }
  };
  /** The next cell that can be written. */
  const nextOpen = (at: At, isBack: boolean, size: { rows: number; columns: number }): At | null => {
    let next = tabStep(at, isBack, size);
    for (let tries = 0; next && lockAt(next) && tries < size.columns * 2; tries += 1)
      next = tabStep(next, isBack, size);
    return next && !lockAt(next) && pages.rowAt(next.row) ? next : null;
  };
  return { editing, at, begin, explain, done, cancel: leave };
}

/** `null`: its record or its column is out of the list; what was typed can be kept all the same. */
function cellOf({ id, field }: Editing, pages: Pages, lanes: readonly Lane[]): At | null {
  const row = pages.indexOf(id);
  const column = lanes.findIndex((lane) => lane.field?.id === field.id);
  return row < 0 || column < 0 ? null : { row, column };
}
