// Everything the canvas draws of a flow, by id: boxes of steps and lines between them.

import type { FlowDefinition } from "@/model/flow";
import { type Arrangement, arrange, isArranged, type Point } from "./arrange";
import { type Box, boxOf } from "./boxes";
import { freeLine, type Line, laneLine } from "./route";

export interface Drawing {
  isArranged: boolean;
  boxes: ReadonlyMap<string, Box>;
  lines: ReadonlyMap<string, Line>;
}

/** A line whose step is missing is not drawn. The arrangement may be that of the same steps before some were dragged. */
export function drawingOf(flow: FlowDefinition, arrangement: Arrangement = arrange(flow)): Drawing {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  // One step out of order leaves the lines between the others as they are.
  const isInPlace = (id: string) => isSame(byId.get(id), arrangement.places[id]);
  const boxes = new Map(flow.nodes.map((node) => [node.id, boxOf(node)]));
  const lines = new Map<string, Line>();
  const between = new Map<string, number>();
  for (const { id, from, to } of flow.edges) {
    const [source, target] = [boxes.get(from), boxes.get(to)];
    if (!source || !target) continue;
    const lane = isInPlace(from) && isInPlace(to) ? arrangement.lanes.get(id) : undefined;
    const pair = `${from} ${to}`;
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    lines.set(id, lane === undefined ? freeLine(source, target, nth) : laneLine(source, target, lane));
  }
  return { isArranged: isArranged(flow, arrangement), boxes, lines };
}

const isSame = (a: Point | undefined, b: Point | undefined): boolean => a?.x === b?.x && a?.y === b?.y;
