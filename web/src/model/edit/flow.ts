// The changes a flow's drawing is made of. Each gives back its inverse; what a person does (add a step, delete, connect)
// is planned as a list of them in ./flow_plan.

import type { Edge, FlowDefinition, Node } from "../flow";

export interface Point {
  x: number;
  y: number;
}

export type Places = Readonly<Record<string, Point>>;

export type FlowChange =
  /** Sets the node of that id, or adds it; `at` is its position in the list afterwards. */
  | { kind: "put_node"; node: Node; at: number }
  | { kind: "drop_node"; id: string }
  | { kind: "put_edge"; edge: Edge; at: number }
  | { kind: "drop_edge"; id: string }
  /** Moves nodes on the canvas. */
  | { kind: "place"; places: Places };

const NOTHING: FlowChange = { kind: "place", places: {} };

interface Listed {
  id: string;
}

function put<T extends Listed>(list: readonly T[], item: T, at: number): T[] {
  const others = list.filter(({ id }) => id !== item.id);
  return [...others.slice(0, at), item, ...others.slice(at)];
}

export function applyFlow(flow: FlowDefinition, change: FlowChange): { doc: FlowDefinition; inverse: FlowChange } {
  switch (change.kind) {
    case "put_node": {
      const { node, at } = change;
      const was = flow.nodes.findIndex(({ id }) => id === node.id);
      const old = flow.nodes[was];
      const inverse: FlowChange = old ? { kind: "put_node", node: old, at: was } : { kind: "drop_node", id: node.id };
      return { doc: { ...flow, nodes: put(flow.nodes, node, at) }, inverse };
    }
    case "drop_node": {
      const at = flow.nodes.findIndex(({ id }) => id === change.id);
      const old = flow.nodes[at];
      if (!old) return { doc: flow, inverse: NOTHING };
      const nodes = flow.nodes.filter(({ id }) => id !== change.id);
      return { doc: { ...flow, nodes }, inverse: { kind: "put_node", node: old, at } };
    }
    case "put_edge": {
      const { edge, at } = change;
      const was = flow.edges.findIndex(({ id }) => id === edge.id);
      const old = flow.edges[was];
      const inverse: FlowChange = old ? { kind: "put_edge", edge: old, at: was } : { kind: "drop_edge", id: edge.id };
      return { doc: { ...flow, edges: put(flow.edges, edge, at) }, inverse };
    }
    case "drop_edge": {
      const at = flow.edges.findIndex(({ id }) => id === change.id);
      const old = flow.edges[at];
      if (!old) return { doc: flow, inverse: NOTHING };
      const edges = flow.edges.filter(({ id }) => id !== change.id);
      return { doc: { ...flow, edges }, inverse: { kind: "put_edge", edge: old, at } };
    }
    case "place":
      return place(flow, change.places);
  }
}

function place(flow: FlowDefinition, places: Places): { doc: FlowDefinition; inverse: FlowChange } {
  const before: Record<string, Point> = {};
  const nodes = flow.nodes.map((node) => {
    const to = places[node.id];
    if (!to || (to.x === node.x && to.y === node.y)) return node;
    before[node.id] = { x: node.x, y: node.y };
    return { ...node, x: Math.round(to.x), y: Math.round(to.y) };
  });
  return { doc: { ...flow, nodes }, inverse: { kind: "place", places: before } };
}
