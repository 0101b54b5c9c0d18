// Where sticky notes lie. A note that is put down near a step is stuck to it and goes where the step goes, so that putting the
// drawing in order leaves side by side what was side by side; far from every step it stands freely. Pure.

import { type Note, placeOfNote } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import type { Point } from "./arrange";
import { ASIDE, type Box, boxOf, frameAround } from "./boxes";

/** Between a note and the step it is stuck to. */
const NEAR = 120;
/** Clear of the band of a phase around the step. */
const GAP = 36;

export function boxOfNote(flow: FlowDefinition, note: Note): Box {
  return { ...placeOfNote(flow, note), width: note.width, height: note.height };
}

/** The note at a point of the canvas, stuck to the nearest step if one is near. */
export function putDown(flow: FlowDefinition, { step: _, ...note }: Note, at: Point): Note {
  const box = { ...note, x: Math.round(at.x), y: Math.round(at.y) };
  const ranked = flow.nodes.map((node) => ({ node, ...apart(box, boxOf(node)) }));
  ranked.sort((a, b) => a.gap - b.gap || a.middles - b.middles);
  const nearest = ranked[0];
  if (!nearest || nearest.gap > NEAR) return box;
  return stuckTo(nearest.node, box);
}

/** The same place, said from a step. */
const stuckTo = ({ id, x, y }: Point & { id: string }, note: Note): Note => ({
  ...note,
  step: id,
  x: note.x - x,
  y: note.y - y,
});

function apart(a: Box, b: Box): { gap: number; middles: number } {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  const middles = Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
  return { gap: Math.hypot(x, y), middles };
}

/** The note stuck to a step: to the right of it or to the left, or where neither is free, beside the whole drawing. */
export function putBeside(flow: FlowDefinition, note: Note, stepId: string): Note {
  const step = flow.nodes.find(({ id }) => id === stepId);
  if (!step) return note;
  const box = boxOf(step);
  const others = [...flow.nodes.map(boxOf), ...(flow.notes ?? []).map((one) => boxOfNote(flow, one))];
  const all = frameAround(others);
  const places = [box.x + box.width + GAP, box.x - GAP - note.width].map((x) => ({ ...note, x, y: box.y }));
  const free = places.find((place) => others.every((other) => apart(place, other).gap > 0));
  return stuckTo(step, free ?? { ...note, x: all.x + all.width + ASIDE, y: box.y });
}
