// The way of a trial run, step by step. Pure.

import type { Edge, FlowDefinition } from "@/model/flow";
import { entriesOf } from "@/model/flow_ports";

/** The lines that a trial run took to a step since the one before it, nearest first. */
export function wayInto(
  flow: FlowDefinition,
  path: readonly string[],
  steps: readonly { node: string }[],
  node: string,
): Edge[] {
  const taken = (id: string) => entriesOf(flow, id).filter((edge) => path.includes(edge.id));
  const way = new Set(taken(node));
  // What is found on the way is looked at as well.
  for (const { from } of way) {
    if (!steps.some((step) => step.node === from)) for (const edge of taken(from)) way.add(edge);
  }
  return [...way];
}
