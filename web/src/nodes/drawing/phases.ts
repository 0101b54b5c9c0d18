// Where the bands of phases lie: around their steps, wherever those stand. Pure.

import type { Phase } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import { type Box, boxOf, frameAround } from "./boxes";

/** Two phases one below the other share the gap between steps, two beside each other the gap between branches. */
const SIDE = 20;
/** Room for the name and, below it, for what stands on the lines. */
const TOP = 58;
const BOTTOM = 16;

/** None for a phase whose steps are all gone. */
export function boxOfPhase(flow: FlowDefinition, { steps }: Pick<Phase, "steps">): Box | null {
  const boxes = flow.nodes.filter(({ id }) => steps.includes(id)).map(boxOf);
  if (boxes.length === 0) return null;
  const { x, y, width, height } = frameAround(boxes);
  return { x: x - SIDE, y: y - TOP, width: width + 2 * SIDE, height: height + TOP + BOTTOM };
}
