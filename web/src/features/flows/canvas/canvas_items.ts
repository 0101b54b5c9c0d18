// The drawing as the canvas library wants it. Everything is derived from the document, so that undo needs no second truth.
// What did not change keeps its object, so that only what moves renders while something is dragged.

import { type Edge as CanvasEdge, type Node as CanvasNode, MarkerType } from "@xyflow/react";
import { firstLine, type Note, notePlace, type Phase, phasePlace, placeOfNote } from "@/model/canvas";
import type { Places } from "@/model/edit/flow";
import { edgePlace, nodePlace } from "@/model/edit/flow_plan";
import type { Edge, FlowDefinition, Node } from "@/model/flow";
import { boxOf } from "@/nodes/drawing/boxes";
import type { Drawing } from "@/nodes/drawing/drawing";
import { boxOfPhase } from "@/nodes/drawing/phases";
import { pathOf } from "@/nodes/drawing/route";
import { placeOnCanvas } from "../edits/selection";

interface Made<T> {
  /** Everything besides the thing itself that its picture depends on. */
  by: string;
  item: T;
}

const cards = new WeakMap<Node, Made<CanvasNode>>();
const lines = new WeakMap<Edge, Made<CanvasEdge>>();
const notes = new WeakMap<Note, Made<CanvasNode>>();
const bands = new WeakMap<Phase, Made<CanvasNode>>();

function once<K extends object, T>(known: WeakMap<K, Made<T>>, thing: K, by: string, make: () => T): T {
  const made = known.get(thing);
  if (made?.by === by) return made.item;
  const item = make();
  known.set(thing, { by, item });
  return item;
}

/** What stays where it is: nothing, everything, or what is locked. */
export type Fixed = (place: string) => boolean;

export function canvasNodes(
  flow: FlowDefinition,
  selection: ReadonlySet<string>,
  isReadOnly: boolean,
  isFixed: Fixed,
): CanvasNode[] {
  return flow.nodes.map((node) => {
    const place = nodePlace(node.id);
    const selected = selection.has(place);
    const draggable = !isFixed(place);
    return once(cards, node, `${selected} ${isReadOnly} ${draggable}`, () => ({
      ...cardOf(node, isReadOnly),
      selected,
      draggable,
    }));
  });
}

function cardOf(node: Node, isReadOnly: boolean): CanvasNode {
  const { x, y, width, height } = boxOf(node);
  return {
    id: node.id,
    type: "step",
    position: { x, y },
    width,
    height,
    measured: { width, height },
    connectable: !isReadOnly,
    ariaLabel: node.name,
    data: { node },
  };
}

/** Notes are canvas nodes under their places, so that no note is taken for a step. */
export function canvasNotes(
  flow: FlowDefinition,
  moved: Places | null,
  selection: ReadonlySet<string>,
  isFixed: Fixed,
): CanvasNode[] {
  return (flow.notes ?? []).map((note) => {
    const id = notePlace(note.id);
    const { x, y } = moved?.[id] ?? placeOfNote(flow, note);
    const selected = selection.has(id);
    const { width, height } = note;
    const draggable = !isFixed(id);
    return once(notes, note, `${selected} ${draggable} ${x} ${y}`, () => ({
      id,
      type: "note",
      position: { x, y },
      width,
      height,
      measured: { width, height },
      selected,
      draggable,
      connectable: false,
      ariaLabel: firstLine(note),
      data: { note },
    }));
  });
}

/** Behind everything else, and not in the way of the pointer. */
export function canvasPhases(flow: FlowDefinition, selection: ReadonlySet<string>): CanvasNode[] {
  return (flow.phases ?? []).flatMap((phase) => {
    const box = boxOfPhase(flow, phase);
    if (!box) return [];
    const id = phasePlace(phase.id);
    const selected = selection.has(id);
    const { x, y, width, height } = box;
    return once(bands, phase, `${selected} ${x} ${y} ${width} ${height}`, () => ({
      id,
      type: "phase",
      position: { x, y },
      width,
      height,
      measured: { width, height },
      selected,
      selectable: false,
      draggable: false,
      connectable: false,
      focusable: false,
      // The library lifts what is selected by a thousand.
      zIndex: selected ? -1001 : -1,
      data: { phase },
    }));
  });
}

const MARKER = {
  type: MarkerType.ArrowClosed,
  width: 20,
  height: 20,
  color: "var(--text-faint)",
  markerUnits: "userSpaceOnUse",
};

export function canvasEdges(
  flow: FlowDefinition,
  drawing: Drawing,
  selection: ReadonlySet<string>,
  isReadOnly: boolean,
): CanvasEdge[] {
  const names = new Map(flow.nodes.map(({ id, name }) => [id, name]));
  return flow.edges.flatMap((edge) => {
    const line = drawing.lines.get(edge.id);
    if (!line) return [];
    const selected = selection.has(`edges.${edge.id}`);
    const ariaLabel = [names.get(edge.from), edge.label, names.get(edge.to)].filter(Boolean).join(" → ");
    return once(lines, edge, `${selected} ${isReadOnly} ${ariaLabel} ${pathOf(line)}`, () => ({
      id: edge.id,
      type: "line",
      source: edge.from,
      target: edge.to,
      selected,
      reconnectable: !isReadOnly,
      markerEnd: MARKER,
      ariaLabel,
      data: { edge, line },
    }));
  });
}

/** Without what is hidden; a line goes with either of its steps, and a note with the step it is stuck to. */
export function shownNodes(items: readonly CanvasNode[], hidden: readonly string[]): CanvasNode[] {
  if (hidden.length === 0) return [...items];
  return items.filter(({ id, data }) => {
    const step = (data.note as Note | undefined)?.step;
    return !hidden.includes(placeOnCanvas(id)) && !(step && hidden.includes(nodePlace(step)));
  });
}

export function shownEdges(items: readonly CanvasEdge[], hidden: readonly string[]): CanvasEdge[] {
  if (hidden.length === 0) return [...items];
  return items.filter(({ id, source, target }) =>
    [edgePlace(id), nodePlace(source), nodePlace(target)].every((place) => !hidden.includes(place)),
  );
}
