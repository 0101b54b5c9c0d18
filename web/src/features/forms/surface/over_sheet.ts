// What lies under the pointer while something is dragged over the sheet, read from the page itself.

import { type Place, placeOf } from "@/model/edit/form_plan";
import type { FormDefinition } from "@/model/form";
import type { Over } from "@/ui/drag";
import { type Box, gapIn } from "../edits/gap";

/** The nearest gap of the nearest section; nothing outside of the sheet. What is hidden there still has its place in the form. */
export function overSheet(form: FormDefinition, x: number, y: number): Over<Place> {
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
  const items = [...grid.querySelectorAll<HTMLElement>("[data-item]")];
  const { at, line } = gapIn(items.map(boxOf), boxOf(grid), x, y);
  const placed = (item: HTMLElement | undefined) => placeOf(form, item?.dataset.item ?? "")?.at;
  const behind = placed(items[at - 1]);
  const before = placed(items[at]) ?? (behind === undefined ? 0 : behind + 1);
  return { place: { section: near.dataset.section, at: before }, line };
}

/** A plain box: the browser's own keeps its numbers where copying does not find them. */
function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
