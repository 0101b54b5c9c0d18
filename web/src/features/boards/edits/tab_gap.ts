import type { Over } from "@/ui/drag";

/** The gap of a row of tabs nearest to `x`: 0 is before the first. */
export function tabGapAt(row: Element | null, x: number): Over<number> {
  const boxes = Array.from(row?.children ?? [], (child) => child.getBoundingClientRect());
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return { place: null };
  const at = boxes.findIndex(({ left, width }) => x < left + width / 2);
  const place = at < 0 ? boxes.length : at;
  const left = (boxes[place]?.left ?? last.right) - 1;
  return { place, line: { left, top: first.top, width: 0, height: first.height } };
}
