// Where something dropped at a point goes: the nearest gap of a wrapping twelve-column sheet, and the line that shows it.

import type { Line } from "@/ui/drag";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Gap {
  /** Counts the boxes as they are: 0 is before the first. */
  at: number;
  line: Line;
}

const SPACE = 6;
/** Boxes whose tops differ by less stand in one row. */
const ROW_SLOP = 8;
/** A box this wide leaves no room beside it. */
const FULL_SHARE = 0.9;

interface Row {
  boxes: (Box & { at: number })[];
  top: number;
  bottom: number;
}

function rowsOf(boxes: readonly Box[]): Row[] {
  const rows: Row[] = [];
  boxes.forEach((box, at) => {
    const last = rows.at(-1);
    const bottom = box.top + box.height;
    if (last && Math.abs(last.top - box.top) < ROW_SLOP) {
      last.boxes.push({ ...box, at });
      last.bottom = Math.max(last.bottom, bottom);
    } else rows.push({ boxes: [{ ...box, at }], top: box.top, bottom });
  });
  return rows;
}

const flat = (frame: Box, top: number): Line => ({ left: frame.left, top, width: frame.width, height: 0 });
const upright = (left: number, { top, bottom }: Row): Line => ({ left, top, width: 0, height: bottom - top });

/** `boxes` in reading order inside `frame`. */
export function gapIn(boxes: readonly Box[], frame: Box, x: number, y: number): Gap {
  const rows = rowsOf(boxes);
  const distance = (row: Row) => Math.max(row.top - y, y - row.bottom, 0);
  const near = rows.reduce<Row | null>((best, row) => (best && distance(best) <= distance(row) ? best : row), null);
  if (!near) return { at: 0, line: flat(frame, frame.top + SPACE) };
  const first = near.boxes[0];
  const last = near.boxes.at(-1);
  if (!first || !last) return { at: 0, line: flat(frame, frame.top + SPACE) };
  const isFull = near.boxes.length === 1 && first.width > frame.width * FULL_SHARE;
  const middle = (near.top + near.bottom) / 2;
  if (y < near.top || (isFull && y < middle)) return { at: first.at, line: flat(frame, near.top - SPACE) };
  if (y > near.bottom || isFull) return { at: last.at + 1, line: flat(frame, near.bottom + SPACE) };
  const before = near.boxes.find((box) => x < box.left + box.width / 2);
  return before
    ? { at: before.at, line: upright(before.left - SPACE, near) }
    : { at: last.at + 1, line: upright(last.left + last.width + SPACE, near) };
}
