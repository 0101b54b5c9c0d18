// How much room each step takes on the canvas, in pixels at 100 %.

import type { Node, NodeKind } from "@/model/flow";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Every step has the same column; a gateway is narrower and stands in its middle. */
export const COLUMN = 208;
/** Between a step and the next one. */
export const GAP = 76;
/** Between branches. */
export const ASIDE = 44;

const CARD = { width: COLUMN, height: 72 };
const PILL = { width: 136, height: 40 };

export function sizeOf(kind: NodeKind): { width: number; height: number } {
  switch (kind) {
    case "start":
    case "handle":
    case "approve":
    case "cc":
    case "update":
      return CARD;
    case "exclusive":
    case "parallel":
    case "join":
    case "end":
      return PILL;
  }
}

/** What is drawn: the step's place is the left top of its column. */
export function boxOf({ x, y, step }: Pick<Node, "x" | "y" | "step">): Box {
  const size = sizeOf(step.kind);
  return { x: x + (COLUMN - size.width) / 2, y, ...size };
}

/** The smallest box around all steps; none is an empty one. */
export const frameOf = (nodes: readonly Node[]): Box => frameAround(nodes.map(boxOf));

export function frameAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return boxes.length ? { x, y, width: right - x, height: bottom - y } : { x: 0, y: 0, width: 0, height: 0 };
}
