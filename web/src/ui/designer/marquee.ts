// A frame drawn over the bare ground of a surface selects what it touches. It is a drag as any other.

import { startDrag } from "../drag";

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** From one corner to the opposite one, whichever they are. */
export function areaOf(a: { x: number; y: number }, b: { x: number; y: number }): Area {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

export function touches(a: Area, b: Area): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

export interface Marquee {
  /** What the frame is called while it is drawn. */
  label: string;
  /** The attribute that carries the id of each thing that may be selected: `data-item`. */
  attribute: string;
  /** Scrolls under the frame, which stays with it. */
  sheet: HTMLElement;
  onSelect: (ids: string[]) => void;
}

/** Call it on a press that nothing else wants. */
export function startMarquee(down: PointerEvent, { label, attribute, sheet, onSelect }: Marquee): void {
  const origin = sheet.getBoundingClientRect();
  startDrag<string[]>(down, {
    label,
    sources: [],
    over: (x, y) => {
      const now = sheet.getBoundingClientRect();
      const from = { x: down.clientX + now.left - origin.left, y: down.clientY + now.top - origin.top };
      const area = areaOf(from, { x, y });
      const things = [...sheet.querySelectorAll<HTMLElement>(`[${attribute}]`)];
      const ids = things.filter((thing) => touches(area, thing.getBoundingClientRect()));
      return { place: ids.map((thing) => thing.getAttribute(attribute) ?? ""), line: area, isArea: true };
    },
    drop: onSelect,
  });
}
