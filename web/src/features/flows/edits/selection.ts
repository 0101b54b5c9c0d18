// Selections are places of the document (`nodes.review`, `edges.e3`), the same that problems name.

import type { EdgeChange, NodeChange } from "@xyflow/react";
import { notePlace, placeOfNote } from "@/model/canvas";
import type { Places, Point } from "@/model/edit/flow";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { COLUMN, sizeOf } from "@/nodes/drawing/boxes";

export interface Chosen {
  nodes: string[];
  edges: string[];
  notes: string[];
  phases: string[];
}

export function chosenOf(selection: readonly string[]): Chosen {
  const of = (list: string) =>
    selection.filter((place) => place.startsWith(`${list}.`)).map((place) => place.slice(list.length + 1));
  return { nodes: of("nodes"), edges: of("edges"), notes: of("notes"), phases: of("phases") };
}

/** What stands in a drawing, by its lists. */
export type Things = Required<Pick<FlowDefinition, "nodes" | "edges" | "notes" | "phases">>;

/** What stands at these places; nothing for one that is gone. */
export function thingsAt({ nodes, edges, notes = [], phases = [] }: FlowDefinition, places: readonly string[]): Things {
  const chosen = chosenOf(places);
  const among = <T extends { id: string }>(list: readonly T[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id));
  return {
    nodes: among(nodes, chosen.nodes),
    edges: among(edges, chosen.edges),
    notes: among(notes, chosen.notes),
    phases: among(phases, chosen.phases),
  };
}

/** Of something on the canvas: a step goes by its own id there, everything else by its place. */
export const placeOnCanvas = (id: string): string => (id.includes(".") ? id : nodePlace(id));

/** `null` when nothing about the selection changed. */
export function nextSelection(
  selection: readonly string[],
  list: "nodes" | "edges",
  changes: readonly (NodeChange | EdgeChange)[],
): readonly string[] | null {
  const next = new Set(selection);
  for (const change of changes) {
    if (change.type !== "select") continue;
    const place = list === "nodes" ? placeOnCanvas(change.id) : `${list}.${change.id}`;
    if (change.selected) next.add(place);
    else next.delete(place);
  }
  const isSame = next.size === selection.length && selection.every((place) => next.has(place));
  return isSame ? null : [...next];
}

/** Where dragged cards are now, as places of their columns; notes by their place. */
export function columnOf(flow: FlowDefinition, changes: readonly NodeChange[]): Places | null {
  const places: Record<string, { x: number; y: number }> = {};
  for (const change of changes) {
    if (change.type !== "position" || !change.position || !change.dragging) continue;
    const node = flow.nodes.find(({ id }) => id === change.id);
    const aside = node ? (COLUMN - sizeOf(node.step.kind).width) / 2 : 0;
    places[change.id] = { x: Math.round(change.position.x - aside), y: Math.round(change.position.y) };
  }
  return Object.keys(places).length ? places : null;
}

/** Where selected steps and notes are when all go the same way; notes by their place. */
export function placesBeside(flow: FlowDefinition, selection: readonly string[], by: Point): Places {
  const { nodes, notes } = chosenOf(selection);
  const beside = (id: string, { x, y }: Point) => [id, { x: x + by.x, y: y + by.y }] as const;
  return Object.fromEntries([
    ...flow.nodes.filter(({ id }) => nodes.includes(id)).map((node) => beside(node.id, node)),
    ...(flow.notes ?? [])
      .filter(({ id }) => notes.includes(id))
      .map((note) => beside(notePlace(note.id), placeOfNote(flow, note))),
  ]);
}

/** The point of a drag's end, and the step that lies there. */
export function underPointer(event: MouseEvent | TouchEvent): { x: number; y: number; under: string | undefined } {
  const { clientX: x, clientY: y } =
    "changedTouches" in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  const under = document.elementFromPoint(x, y)?.closest<HTMLElement>(".react-flow__node-step")?.dataset.id;
  return { x, y, under };
}
