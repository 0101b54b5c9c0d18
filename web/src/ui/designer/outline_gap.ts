// Where something dragged over the outline goes.

import type { Over } from "../drag";

/** `section` is the empty text where there are none. */
export interface OutlinePlace {
  section: string;
  at: number;
}

export interface OutlineSpot extends OutlinePlace {
  /** Place in the section; -1 is the section's own row. */
  at: number;
  top: number;
  height: number;
}

/** Behind the upper half of a row is before it; a section's own row is before its first one. `rows` from top to bottom. */
export function outlineGap(rows: readonly OutlineSpot[], y: number): { place: OutlinePlace; top: number } | null {
  const row = [...rows].reverse().find(({ top }) => top <= y) ?? rows[0];
  if (!row) return null;
  const isAfter = row.at < 0 || y > row.top + row.height / 2;
  const at = row.at < 0 ? 0 : row.at + (isAfter ? 1 : 0);
  return { place: { section: row.section, at }, top: isAfter ? row.top + row.height : row.top };
}

/** Read from the page itself, as everything dragged is. */
export function overOutline(x: number, y: number): Over<OutlinePlace> {
  const list = document.querySelector("[data-outline]");
  const frame = list?.getBoundingClientRect();
  if (!list || !frame || x < frame.left || x > frame.right) return { place: null };
  const rows = [...list.querySelectorAll<HTMLElement>("[data-outline-at]")].map((row): OutlineSpot => {
    const { top, height } = row.getBoundingClientRect();
    return { section: row.dataset.outlineSection ?? "", at: Number(row.dataset.outlineAt), top, height };
  });
  const gap = outlineGap(rows, y);
  if (!gap) return { place: null };
  return { place: gap.place, line: { left: frame.left, top: gap.top, width: frame.width, height: 0 } };
}
