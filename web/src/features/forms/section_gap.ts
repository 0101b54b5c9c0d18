import type { Over } from "@/ui/drag";

/** Between which sections: 0 is before the first. */
export function sectionGap(x: number, y: number): Over<number> {
  const sheet = document.querySelector("[data-sheet]");
  const frame = sheet?.getBoundingClientRect();
  if (!sheet || !frame || x < frame.left || x > frame.right) return { place: null };
  const boxes = [...sheet.querySelectorAll("[data-section]")].map((section) => section.getBoundingClientRect());
  const below = boxes.findIndex(({ top, height }) => y < top + height / 2);
  const place = below < 0 ? boxes.length : below;
  const top = place === 0 ? (boxes[0]?.top ?? frame.top) - 8 : (boxes[place - 1]?.bottom ?? frame.bottom) + 8;
  return { place, line: { left: frame.left, top, width: frame.width, height: 0 } };
}
