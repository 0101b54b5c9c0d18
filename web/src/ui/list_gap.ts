import type { Over } from "./drag";

/** The gap of a vertical list nearest to `y`: 0 is before the first child. */
export function gapAt(list: Element | null, y: number): Over<number> {
  const boxes = Array.from(list?.children ?? [], (child) => child.getBoundingClientRect());
  const first = boxes[0];
  if (!first) return { place: null };
  const below = boxes.findIndex(({ top, height }) => y < top + height / 2);
  const place = below < 0 ? boxes.length : below;
  const top = place === 0 ? first.top : (boxes[place - 1]?.bottom ?? first.bottom);
  return { place, line: { left: first.left, top: top - 1, width: first.width, height: 0 } };
}
