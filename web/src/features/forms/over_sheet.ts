// What lies under the pointer while something is dragged over the sheet, read from the page itself.

import type { Place } from "@/model/edit/form_plan";
import type { Over } from "@/ui/drag";
import { type Box, gapIn } from "./gap";

/** The nearest gap of the nearest section; nothing outside of the sheet. */
export function overSheet(x: number, y: number): Over<Place> {
  const sheet = document.querySelector("[data-sheet]");
  const frame = sheet?.getBoundingClientRect();
  if (!sheet || !frame || x < frame.left || x > frame.right) return { place: null };
  const sections = [...sheet.querySelectorAll<HTMLElement>("[data-section]")];
  const distance = (section: HTMLElement) => {
    const { top, bottom } = section.getBoundingClientRect();
    return Math.max(top - y, y - bottom, 0);
  };
  const near = sections.reduce<HTMLElement | null>(
    (best, section) => (best && distance(best) <= distance(section) ? best : section),
    null,
  );
  const grid = near?.querySelector("[data-grid]");
  if (!near?.dataset.section || !grid) return { place: { section: "", at: 0 } };
  const boxes = [...grid.querySelectorAll("[data-item]")].map(boxOf);
  const { at, line } = gapIn(boxes, boxOf(grid), x, y);
  return { place: { section: near.dataset.section, at }, line };
}

/** A plain box: the browser's own keeps its numbers where copying does not find them. */
function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
