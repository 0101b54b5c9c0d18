// The drawing as the canvas library wants it. Everything is derived from the document, so that undo needs no second truth.

import { type Edge as CanvasEdge, type Node as CanvasNode, MarkerType } from "@xyflow/react";
import type { FlowDefinition } from "@/model/flow";
import { boxOf } from "@/nodes/drawing/boxes";
import type { StepData } from "./StepCard";
import type { LineData } from "./StepLine";

const cards = new WeakMap<object, StepData>();
const lines = new WeakMap<object, LineData>();

/** The same object for the same thing, so that a card renders only when its step changed. */
function once<T extends object, D>(known: WeakMap<object, D>, thing: T, make: () => D): D {
  const data = known.get(thing) ?? make();
  known.set(thing, data);
  return data;
}

export function canvasNodes(flow: FlowDefinition, selection: ReadonlySet<string>, isReadOnly: boolean): CanvasNode[] {
  return flow.nodes.map((node) => {
    const { x, y, width, height } = boxOf(node);
    return {
      id: node.id,
      type: "step",
      position: { x, y },
      width,
      height,
      measured: { width, height },
      selected: selection.has(`nodes.${node.id}`),
      draggable: !isReadOnly,
      connectable: !isReadOnly,
      ariaLabel: node.name,
      data: once(cards, node, () => ({ node })),
    };
  });
}

const MARKER = {
  type: MarkerType.ArrowClosed,
  width: 20,
  height: 20,
  color: "var(--text-faint)",
  markerUnits: "userSpaceOnUse",
};

export function canvasEdges(flow: FlowDefinition, selection: ReadonlySet<string>, isReadOnly: boolean): CanvasEdge[] {
  const names = new Map(flow.nodes.map(({ id, name }) => [id, name]));
  return flow.edges.map((edge) => ({
    id: edge.id,
    type: "line",
    source: edge.from,
    target: edge.to,
    selected: selection.has(`edges.${edge.id}`),
    reconnectable: !isReadOnly,
    markerEnd: MARKER,
    ariaLabel: [names.get(edge.from), edge.label, names.get(edge.to)].filter(Boolean).join(" → "),
    data: once(lines, edge, () => ({ edge })),
  }));
}
