// A drawing is larger than its window: under a drag it moves on at the window's edges. Not on the way in, which leads across one.

import type { DragOptions } from "@/ui/drag";
import { edgePush } from "@/ui/drag_edge";
import type { CanvasControl } from "./canvas_control";

/** For one drag. */
export function edgePan(pan: CanvasControl["pan"]): NonNullable<DragOptions<unknown>["moveOn"]> {
  let canvas: Element | null = null;
  let isInside = false;
  return (x, y, under) => {
    canvas ??= under?.closest(".react-flow") ?? null;
    // A message may lie over the canvas; a pane is another place.
    const box = under?.closest("aside") ? undefined : canvas?.getBoundingClientRect();
    if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) {
      isInside = false;
      return false;
    }
    const by = { x: edgePush(x, box.left, box.right), y: edgePush(y, box.top, box.bottom) };
    const isAtEdge = by.x !== 0 || by.y !== 0;
    isInside ||= !isAtEdge;
    if (isInside && isAtEdge) pan(by.x, by.y);
    return isInside && isAtEdge;
  };
}
