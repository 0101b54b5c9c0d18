// The small square at the corner of what is chosen: where a drag of it leads.

import type { At, Box } from "./grid_keys";

/** Down or to the right, whichever is farther; `null`: still inside. */
export function filledTo(source: Box, at: At): Box | null {
  const down = at.row - source.bottom;
  const right = at.column - source.right;
  if (down <= 0 && right <= 0) return null;
  return down >= right ? { ...source, bottom: at.row } : { ...source, right: at.column };
}

/** Ctrl+D: the first line of several goes over the others; a single line takes the one above it. `null`: there is none. */
export function filledDown(chosen: Box): { source: Box; over: Box } | null {
  if (chosen.top < chosen.bottom) return { source: { ...chosen, bottom: chosen.top }, over: chosen };
  if (chosen.top === 0) return null;
  const above = { ...chosen, top: chosen.top - 1, bottom: chosen.top - 1 };
  return { source: above, over: { ...chosen, top: chosen.top - 1 } };
}

/** `cell-12-3`, the id of an element of the grid or of one it stands in. */
export function cellAt(element: Element | null): At | null {
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec(element?.closest("[role=gridcell]")?.id ?? "") ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
