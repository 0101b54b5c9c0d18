// Walking the drawing by keys: down and up along the lines, aside to whatever stands there.

import type { FlowDefinition, Node } from "@/model/flow";
import { entriesOf, exitsOf } from "@/model/flow_ports";

export type Way = "down" | "up" | "left" | "right";

/** Without a step to begin at: the start. */
export function neighbour(flow: FlowDefinition, from: string | null, way: Way): string | null {
  const node = flow.nodes.find(({ id }) => id === from);
  if (!node) return flow.nodes.find(({ step }) => step.kind === "start")?.id ?? null;
  if (way === "down") return exitsOf(flow, node.id)[0]?.to ?? null;
  if (way === "up") return entriesOf(flow, node.id)[0]?.from ?? null;
  return aside(flow, node, way === "left" ? -1 : 1);
}

/** The nearest on that side; being lower or higher counts double. */
function aside(flow: FlowDefinition, node: Node, side: -1 | 1): string | null {
  const far = (other: Node) => Math.abs(other.x - node.x) + 2 * Math.abs(other.y - node.y);
  const there = flow.nodes.filter((other) => (other.x - node.x) * side > 0);
  there.sort((a, b) => far(a) - far(b));
  return there[0]?.id ?? null;
}
