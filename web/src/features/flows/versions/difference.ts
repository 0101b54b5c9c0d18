// What a new version of a flow changes, step by step and line by line. Places on the canvas do not count.

import { firstLine } from "@/model/canvas";
import { contentOf } from "@/model/content";
import type { FlowDefinition, Node } from "@/model/flow";

export interface Difference {
  what: "added" | "removed" | "changed";
  place: string;
  /** Of a step its name, of a line both its ends, of a phase its name, of a note how it begins. */
  name: string;
}

const settings = ({ x: _x, y: _y, ...rest }: Node): string => contentOf(rest);

export function differenceOf(before: FlowDefinition | null, after: FlowDefinition): Difference[] {
  const old = before ?? { nodes: [], edges: [] };
  const lineName = (flow: FlowDefinition, from: string, to: string) => {
    const nameOf = (id: string) => flow.nodes.find((node) => node.id === id)?.name || id;
    return `${nameOf(from)} → ${nameOf(to)}`;
  };
  const steps = compare(
    old.nodes.map((node) => ({ id: node.id, name: node.name, content: settings(node) })),
    after.nodes.map((node) => ({ id: node.id, name: node.name, content: settings(node) })),
    "nodes",
  );
  const linesOf = (flow: FlowDefinition) =>
    flow.edges.map((edge) => ({
      id: edge.id,
      name: lineName(flow, edge.from, edge.to),
      content: contentOf({ ...edge, label: edge.label || undefined }),
    }));
  return [
    ...steps,
    ...compare(linesOf(old), linesOf(after), "edges"),
    ...compare(phasesOf(old), phasesOf(after), "phases"),
    ...compare(notesOf(old), notesOf(after), "notes"),
  ];
}

const phasesOf = ({ phases = [] }: FlowDefinition): Named[] =>
  phases.map(({ id, name, color, steps }) => ({ id, name, content: `${color} ${[...steps].sort()} ${name}` }));

const notesOf = ({ notes = [] }: FlowDefinition): Named[] =>
  notes.map((note) => ({ id: note.id, name: firstLine(note), content: `${note.color} ${note.text}` }));

interface Named {
  id: string;
  name: string;
  content: string;
}

function compare(old: readonly Named[], now: readonly Named[], list: string): Difference[] {
  const before = new Map(old.map((one) => [one.id, one]));
  const after = new Set(now.map(({ id }) => id));
  const changed = now.flatMap(({ id, name, content }): Difference[] => {
    const known = before.get(id);
    if (known?.content === content) return [];
    return [{ what: known ? "changed" : "added", place: `${list}.${id}`, name }];
  });
  const removed = old.filter(({ id }) => !after.has(id));
  return [
    ...changed,
    ...removed.map(({ id, name }): Difference => ({ what: "removed", place: `${list}.${id}`, name })),
  ];
}
