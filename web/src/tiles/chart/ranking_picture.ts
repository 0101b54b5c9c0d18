// A ranking is text; here it is drawn whole, also what is scrolled out of sight.

import { token } from "@/ui/theme";
import { EDGE, HEAD, line, linesOf, type Picture, part, sheet } from "./svg_parts";

const ROW = 40;
const PLACE = 28;
const BAR = 5;
/** Between a name and its value. */
const GAP = 12;

/** What one row of the list says: its place, name and value, and how long its bar is. */
function said(row: Element) {
  const [place = "", label = "", value = ""] = Array.from(row.querySelectorAll("button > span"), (one) =>
    (one.textContent ?? "").trim(),
  );
  const bar = row.querySelector<HTMLElement>("button > span:last-child > span");
  const share = Number.parseFloat(bar?.style.width ?? "") / 100 || 0;
  const written = row.querySelector("button > span:nth-child(3)")?.getBoundingClientRect().width ?? 0;
  return { place, label, value, share, written, fill: bar ? getComputedStyle(bar).backgroundColor : "none" };
}

/** `null`: there is no ranking. */
export function rankingPicture(box: Element, title: string): Picture | null {
  const rows = linesOf(box, "ranking");
  if (rows.length === 0) return null;
  const width = box.getBoundingClientRect().width + 2 * EDGE;
  const left = EDGE + PLACE;
  const room = width - EDGE - left;
  const parts = rows.flatMap((row, at) => {
    const { place, label, value, share, written, fill } = said(row);
    const y = HEAD + at * ROW;
    const bar = { x: left, y: y + 26, height: BAR, rx: 3 };
    // A drawing of its own cuts off what is longer than it is wide.
    const name = { x: left, y, width: Math.max(0, room - written - GAP), height: 24 };
    return [
      line(place, { x: EDGE, y: y + 17, fill: token("text-faint") }),
      part("svg", name, line(label, { x: 0, y: 17 })),
      line(value, { x: width - EDGE, y: y + 17, "text-anchor": "end", "font-weight": 600 }),
      part("rect", { ...bar, width: room, fill: token("surface-sunken") }),
      part("rect", { ...bar, width: room * share, fill }),
    ];
  });
  return sheet(title, width, HEAD + rows.length * ROW + EDGE, parts);
}
