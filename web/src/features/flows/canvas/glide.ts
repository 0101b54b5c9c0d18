// Steps that come to stand elsewhere by themselves go there, so that the eye keeps hold of them: when the drawing is put in
// order, when a step comes between, when that is taken back. What the hand moved is there already.

import { useEffect, useRef } from "react";
import type { FlowDefinition } from "@/model/flow";
import { glideHome, isStill } from "@/ui/motion";

const MS = 200;
/** Lines do not bend on the way: they come back with the steps, unless these go but a little. */
const LITTLE = 100;
const LINES = ".react-flow__edges, .react-flow__edgelabel-renderer";

/** `live`: as it is seen, with what is being dragged where the hand has it. */
export function useGlide({ nodes }: FlowDefinition, live: FlowDefinition): void {
  const shown = useRef(live.nodes);
  useEffect(() => {
    const before = new Map(shown.current.map(({ id, x, y }) => [id, { x, y }]));
    const ways = new Map<string, { x: number; y: number }>();
    for (const { id, x, y } of nodes) {
      const was = before.get(id);
      if (was && (was.x !== x || was.y !== y)) ways.set(id, { x: was.x - x, y: was.y - y });
    }
    if (ways.size === 0 || isStill()) return;
    // The library puts them there with this frame.
    const frame = requestAnimationFrame(() => glide(ways));
    return () => cancelAnimationFrame(frame);
  }, [nodes]);
  useEffect(() => {
    shown.current = live.nodes;
  });
}

function glide(ways: ReadonlyMap<string, { x: number; y: number }>): void {
  for (const card of document.querySelectorAll<HTMLElement>(".react-flow__node-step")) {
    const way = ways.get(card.dataset.id ?? "");
    if (way) glideHome(card, way, MS);
  }
  if ([...ways.values()].every(({ x, y }) => Math.hypot(x, y) <= LITTLE)) return;
  for (const layer of document.querySelectorAll(LINES)) {
    layer.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MS, easing: "ease-in" });
  }
}
