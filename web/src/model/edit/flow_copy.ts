// Steps and notes on the clipboard: copied with the lines between them, pasted with new ids, also into another form's flow. What
// is cut brings the phases it leaves without steps.

import { type Note, notePlace, PHASES_MAX, type Phase, placeOfNote } from "../canvas";
import type { FlowDefinition, Node } from "../flow";
import { entriesOf, exitsOf, isSamePort, portsOf, reachedFrom } from "../flow_ports";
import { freshName } from "../fresh_name";
import { freshSlug } from "../id";
import { applyFlow, type FlowChange, type Point } from "./flow";
import { addAfter, addInto, draw, freshEdge, nodePlace, type Piece, type Plan, removable } from "./flow_plan";

/** Marks our text among whatever else is on the clipboard. */
const FORMAT = "tessera/flow/1";

export interface Fragment extends FlowDefinition {
  format: typeof FORMAT;
}

const BESIDE: Point = { x: 32, y: 32 };

/** The start is never copied: a flow has one. A note whose step stays behind comes off it. */
export function copy(flow: FlowDefinition, ids: readonly string[], noteIds: readonly string[] = []): Fragment | null {
  const wanted = new Set(ids);
  const nodes = flow.nodes.filter(({ id, step }) => wanted.has(id) && step.kind !== "start");
  const kept = new Set(nodes.map(({ id }) => id));
  const notes = (flow.notes ?? []).filter(({ id }) => noteIds.includes(id));
  if (nodes.length + notes.length === 0) return null;
  return {
    format: FORMAT,
    nodes,
    edges: flow.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    notes: notes.map((note) => (note.step && kept.has(note.step) ? note : loose(note, placeOfNote(flow, note)))),
  };
}

/** Whatever deleting these would take is in it. */
export function cut(flow: FlowDefinition, ids: readonly string[], noteIds: readonly string[] = []): Fragment | null {
  const fragment = copy(flow, removable(flow, ids), noteIds);
  const gone = new Set(fragment?.nodes.map(({ id }) => id));
  const phases = (flow.phases ?? []).filter(({ steps }) => steps.every((id) => gone.has(id)));
  return fragment && { ...fragment, ...(phases.length && { phases }) };
}

const loose = ({ step: _, ...note }: Note, at: Point): Note => ({ ...note, ...at });

/** Text of another kind is no fragment. */
export function parseFragment(text: string): Fragment | null {
  if (!text.includes(FORMAT)) return null;
  try {
    const found = JSON.parse(text) as Partial<Fragment>;
    return found.format === FORMAT && Array.isArray(found.nodes) && Array.isArray(found.edges)
      ? (found as Fragment)
      : null;
  } catch {
    return null;
  }
}

type Drawn = Pick<FlowDefinition, "nodes" | "edges">;

/** Steps of which each leads to the next alone, in that order; `null` where something forks, meets or stands apart. */
function chainOf(part: Drawn): Node[] | null {
  const { nodes, edges } = part;
  const first = nodes.find(({ id }) => entriesOf(part, id).length === 0);
  const way = first ? [first.id, ...reachedFrom(part, first.id)] : [];
  const isChain =
    way.length === nodes.length &&
    edges.length === nodes.length - 1 &&
    edges.every(({ from }) => exitsOf(part, from).length === 1) &&
    nodes.every(({ step }) => step.kind !== "join" && step.kind !== "end" && !portsOf(step).isMany);
  return isChain ? way.flatMap((id) => nodes.filter((node) => node.id === id)) : null;
}

/** What somebody who selected a step or several in a row means by "behind it". */
export function lastOf(flow: FlowDefinition, ids: readonly string[]): string | undefined {
  const fragment = ids.length > 1 ? copy(flow, ids) : null;
  return fragment ? chainOf(fragment)?.at(-1)?.id : ids[0];
}

/** Steps in a row go into a line or behind a step as a new one would; `null` for anything else. */
export function pasteInto(
  flow: FlowDefinition,
  fragment: Fragment,
  where: { edge: string } | { after: string },
): Plan | null {
  const [first] = chainOf(fragment) ?? [];
  if (!first) return null;
  const piece: Piece = {
    isEnd: false,
    put: (sketch, { x, y }) => {
      const { changes, flow: drawn, selection } = paste(sketch.flow, fragment, { x: x - first.x, y: y - first.y });
      const added = drawn.nodes.slice(sketch.flow.nodes.length);
      for (const change of changes) draw(sketch, change);
      const ends = added.flatMap(({ id, step }) =>
        portsOf(step)
          .needed.filter((port) => !exitsOf(drawn, id).some((edge) => isSamePort(edge.port, port)))
          .map((port) => ({ from: id, port })),
      );
      return { entry: added[fragment.nodes.indexOf(first)]?.id ?? "", ends, selection };
    },
  };
  return "edge" in where ? addInto(flow, where.edge, piece) : addAfter(flow, where.after, piece);
}

export function paste(flow: FlowDefinition, fragment: Fragment, by: Point = BESIDE): Plan {
  const taken = new Set(flow.nodes.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { id, step } of fragment.nodes) {
    const fresh = freshSlug(step.kind, taken);
    taken.add(fresh);
    renamed.set(id, fresh);
  }
  const names = new Set(flow.nodes.map(({ name }) => name));
  const nodes = fragment.nodes.map((node) => {
    const name = freshName(node.name, names);
    names.add(name);
    return { ...moved(node, renamed, by), name };
  });
  const takenEdges = flow.edges.map(({ id }) => id);
  const edges = fragment.edges.flatMap((edge) => {
    const [from, to] = [renamed.get(edge.from), renamed.get(edge.to)];
    if (!from || !to) return [];
    const id = freshEdge(takenEdges);
    takenEdges.push(id);
    return [{ ...edge, id, from, to }];
  });
  const notes = pastedNotes(flow, fragment, renamed, by);
  const changes: FlowChange[] = [
    ...nodes.map((node, at): FlowChange => ({ kind: "put_node", node, at: flow.nodes.length + at })),
    ...edges.map((edge, at): FlowChange => ({ kind: "put_edge", edge, at: flow.edges.length + at })),
    ...notes.map((note, at): FlowChange => ({ kind: "put_note", note, at: (flow.notes ?? []).length + at })),
    ...pastedPhases(flow, fragment, renamed),
  ];
  const drawn = changes.reduce((doc, change) => applyFlow(doc, change).doc, flow);
  const selection = [...nodes.map(({ id }) => nodePlace(id)), ...notes.map(({ id }) => notePlace(id))];
  return { changes, flow: drawn, selection };
}

function pastedNotes(
  flow: FlowDefinition,
  { notes = [] }: Fragment,
  renamed: ReadonlyMap<string, string>,
  by: Point,
): Note[] {
  const taken = new Set((flow.notes ?? []).map(({ id }) => id));
  return notes.map((note) => {
    const id = freshSlug("note", taken);
    taken.add(id);
    const step = note.step && renamed.get(note.step);
    if (step) return { ...note, id, step };
    return loose({ ...note, id }, beside(note, by));
  });
}

function pastedPhases(
  flow: FlowDefinition,
  { phases = [] }: Fragment,
  renamed: ReadonlyMap<string, string>,
): FlowChange[] {
  const taken = new Set((flow.phases ?? []).map(({ id }) => id));
  const count = taken.size;
  const fresh = phases.slice(0, PHASES_MAX - count).map((phase): Phase => {
    const id = freshSlug("phase", taken);
    taken.add(id);
    return { ...phase, id, steps: phase.steps.flatMap((step) => renamed.get(step) ?? []) };
  });
  return fresh.map((phase, at): FlowChange => ({ kind: "put_phase", phase, at: count + at }));
}

const beside = ({ x, y }: Point, by: Point): Point => ({ x: Math.round(x + by.x), y: Math.round(y + by.y) });

function moved(node: Node, renamed: ReadonlyMap<string, string>, by: Point): Node {
  const place = { id: renamed.get(node.id) ?? node.id, ...beside(node, by) };
  if (node.step.kind !== "parallel") return { ...node, ...place };
  const join = node.step.join ? (renamed.get(node.step.join) ?? null) : null;
  return { ...node, ...place, step: { kind: "parallel", join } };
}
