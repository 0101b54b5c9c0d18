// What was added, pasted or brought back comes into view by the shortest way; what somebody looks at stays where it is.

import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import type { FlowDefinition } from "@/model/flow";
import { boxOf } from "@/nodes/drawing/boxes";
import { calmly } from "@/ui/motion";
import { chosenOf } from "../edits/selection";
import { wayIntoView } from "./canvas_window";

const CALM_MS = 150;

export function useReveal(flow: FlowDefinition, selection: readonly string[]): void {
  const canvas = useReactFlow();
  const store = useStoreApi();
  const known = useRef(new Set(flow.nodes.map(({ id }) => id)));
  const chosen = useRef(selection);
  chosen.current = selection;
  useEffect(() => {
    const { nodes } = chosenOf(chosen.current);
    const fresh = flow.nodes.find(({ id }) => nodes.includes(id) && !known.current.has(id));
    known.current = new Set(flow.nodes.map(({ id }) => id));
    if (!fresh) return;
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const way = wayIntoView(boxOf(fresh), { x, y, zoom, width, height });
    if (way.x || way.y) void canvas.setViewport({ x: x + way.x, y: y + way.y, zoom }, { duration: calmly(CALM_MS) });
  }, [canvas, flow, store]);
}
