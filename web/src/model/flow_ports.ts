// The exits of a step; the twin of `ports` in src/flow/node. Named exits are drawn once each; a gateway has one exit with
// many edges.

import type { Edge, FlowDefinition, Node, Port, Step } from "./flow";

export interface Ports {
  needed: readonly Port[];
  optional: readonly Port[];
  /** Any number of edges leave by `out`. */
  isMany: boolean;
}

const ONE: Ports = { needed: ["out"], optional: [], isMany: false };
const MANY: Ports = { needed: ["out"], optional: [], isMany: true };

export function portsOf(step: Step): Ports {
  switch (step.kind) {
    case "start":
    case "cc":
    case "update":
      return ONE;
    case "handle": {
      const outcomes = step.outcomes ?? [];
      return outcomes.length ? { ...ONE, needed: outcomes.map(({ id }) => ({ outcome: id })) } : ONE;
    }
    case "approve":
      return { needed: ["approved"], optional: ["rejected"], isMany: false };
    case "join":
      return { needed: ["out"], optional: ["rejected"], isMany: false };
    case "exclusive":
    case "parallel":
      return MANY;
    case "end":
      return { needed: [], optional: [], isMany: false };
  }
}

/** As it stands in a problem's data: an outcome by its option. */
export function portName(port: Port): string {
  return typeof port === "string" ? port : port.outcome;
}

export function isSamePort(a: Port, b: Port): boolean {
  return portName(a) === portName(b) && typeof a === typeof b;
}

/** Edges out of a node, in drawn order. */
export function exitsOf(flow: FlowDefinition, node: string): Edge[] {
  return flow.edges.filter(({ from }) => from === node);
}

export function entriesOf(flow: FlowDefinition, node: string): Edge[] {
  return flow.edges.filter(({ to }) => to === node);
}

/** The exit a new edge would take: the first that is not drawn yet; `null` when all are. */
export function freePort(flow: FlowDefinition, node: Node): Port | null {
  const ports = portsOf(node.step);
  if (ports.isMany) return "out";
  const drawn = exitsOf(flow, node.id);
  const isFree = (port: Port) => !drawn.some((edge) => isSamePort(edge.port, port));
  return ports.needed.find(isFree) ?? ports.optional.find(isFree) ?? null;
}

/** Everything that can be reached from a node, nearest first; not the node itself unless a circle leads back. */
export function reachedFrom(flow: FlowDefinition, node: string): string[] {
  const reached = new Set<string>();
  let front = [node];
  while (front.length) {
    front = front.flatMap((id) => exitsOf(flow, id).map(({ to }) => to)).filter((id) => !reached.has(id));
    for (const id of front) reached.add(id);
  }
  return [...reached];
}

/** Where the branches of a gateway meet: a split's join, or the nearest node that all exits lead to. */
export function meetingOf(flow: FlowDefinition, gateway: Node): string | null {
  if (gateway.step.kind === "parallel") return gateway.step.join ?? null;
  const ways = exitsOf(flow, gateway.id).map(({ to }) => [to, ...reachedFrom(flow, to)]);
  const [first, ...others] = ways;
  return first?.find((id) => others.every((way) => way.includes(id))) ?? null;
}
