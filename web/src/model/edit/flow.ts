// The changes a flow's drawing is made of. Each gives back its inverse; what a person does (add a step, delete, connect)
// is planned as a list of them in ./flow_plan.

import type { Note, Phase } from "../canvas";
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
  | { kind: "put_note"; note: Note; at: number }
  | { kind: "drop_note"; id: string }
  | { kind: "put_phase"; phase: Phase; at: number }
  | { kind: "drop_phase"; id: string }
  /** Moves nodes on the canvas. */
  | { kind: "place"; places: Places };

const NOTHING: FlowChange = { kind: "place", places: {} };

interface Listed {
  id: string;
}

/** A list of a flow after a change to it; `undo` is the change that takes it back. */
interface Changed<T> {
  list: T[];
  undo: FlowChange;
}

/** How a list puts an item in, as a change. */
type Put<T> = (item: T, at: number) => FlowChange;

function put<T extends Listed>(list: readonly T[], item: T, at: number, back: Put<T>, drop: FlowChange): Changed<T> {
  const was = list.findIndex(({ id }) => id === item.id);
  const old = list[was];
  const others = list.filter(({ id }) => id !== item.id);
  return { list: [...others.slice(0, at), item, ...others.slice(at)], undo: old ? back(old, was) : drop };
}

function drop<T extends Listed>(list: readonly T[], id: string, back: Put<T>): Changed<T> {
  const at = list.findIndex((item) => item.id === id);
  const old = list[at];
  return { list: list.filter((item) => item !== old), undo: old ? back(old, at) : NOTHING };
}

const putNode: Put<Node> = (node, at) => ({ kind: "put_node", node, at });
const putEdge: Put<Edge> = (edge, at) => ({ kind: "put_edge", edge, at });
const putNote: Put<Note> = (note, at) => ({ kind: "put_note", note, at });
const putPhase: Put<Phase> = (phase, at) => ({ kind: "put_phase", phase, at });

export function applyFlow(flow: FlowDefinition, change: FlowChange): { doc: FlowDefinition; inverse: FlowChange } {
  const { nodes, edges, notes = [], phases = [] } = flow;
  const withNodes = ({ list, undo }: Changed<Node>) => ({ doc: { ...flow, nodes: list }, inverse: undo });
  const withEdges = ({ list, undo }: Changed<Edge>) => ({ doc: { ...flow, edges: list }, inverse: undo });
  const withNotes = ({ list, undo }: Changed<Note>) => ({ doc: { ...flow, notes: list }, inverse: undo });
  const withPhases = ({ list, undo }: Changed<Phase>) => ({ doc: { ...flow, phases: list }, inverse: undo });
  switch (change.kind) {
    case "put_node":
      return withNodes(put(nodes, change.node, change.at, putNode, { kind: "drop_node", id: change.node.id }));
    case "drop_node":
      return withNodes(drop(nodes, change.id, putNode));
    case "put_edge":
      return withEdges(put(edges, change.edge, change.at, putEdge, { kind: "drop_edge", id: change.edge.id }));
    case "drop_edge":
      return withEdges(drop(edges, change.id, putEdge));
    case "put_note":
      return withNotes(put(notes, change.note, change.at, putNote, { kind: "drop_note", id: change.note.id }));
    case "drop_note":
      return withNotes(drop(notes, change.id, putNote));
    case "put_phase":
      return withPhases(put(phases, change.phase, change.at, putPhase, { kind: "drop_phase", id: change.phase.id }));
    case "drop_phase":
      return withPhases(drop(phases, change.id, putPhase));
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
