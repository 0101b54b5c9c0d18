import type { FormDefinition } from "@/model/form";
import type { Over } from "@/ui/drag";

/** Between which sections: 0 is before the first. Those that are hidden on the sheet count as well. */
export function sectionGap({ sections }: FormDefinition, x: number, y: number): Over<number> {
  const sheet = document.querySelector("[data-sheet]");
  const frame = sheet?.getBoundingClientRect();
  if (!sheet || !frame || x < frame.left || x > frame.right) return { place: null };
  const drawn = [...sheet.querySelectorAll<HTMLElement>("[data-section]")];
  const boxes = drawn.map((section) => section.getBoundingClientRect());
  const found = boxes.findIndex(({ top, height }) => y < top + height / 2);
  const below = found < 0 ? boxes.length : found;
  const top = below === 0 ? (boxes[0]?.top ?? frame.top) - 8 : (boxes[below - 1]?.bottom ?? frame.bottom) + 8;
  const placed = (at: number) => sections.findIndex(({ id }) => id === drawn[at]?.dataset.section);
  const place = found < 0 ? placed(boxes.length - 1) + 1 : placed(found);
  return { place, line: { left: frame.left, top, width: frame.width, height: 0 } };
}
