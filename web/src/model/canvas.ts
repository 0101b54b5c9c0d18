// What stands on a flow's canvas besides steps and lines, as JSON. The same words as src/model/canvas.rs.

import type { Color } from "./color";
import type { FlowDefinition } from "./flow";

/** A sticky note. */
export interface Note {
  id: string;
  /** Plain text of several lines. */
  text: string;
  color: Color;
  /** The step it is stuck to and moves with; absent where it stands freely. */
  step?: string;
  /** Left top corner in pixels at 100 %: from the place of its step, or else on the canvas. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export const NOTE_CHARS_MAX = 500;
/** Of one flow. */
export const NOTES_MAX = 100;
export const NOTE_SIDE_MIN = 80;
export const NOTE_SIDE_MAX = 800;

/** What a list calls it. */
export const firstLine = ({ text }: Pick<Note, "text">): string => text.trim().split("\n", 1)[0] ?? "";

export const notePlace = (id: string): string => `notes.${id}`;

/** Where it lies on the canvas: beside its step, wherever that stands. */
export function placeOfNote({ nodes }: FlowDefinition, { step, x, y }: Note): { x: number; y: number } {
  const from = step === undefined ? undefined : nodes.find(({ id }) => id === step);
  return from ? { x: from.x + x, y: from.y + y } : { x, y };
}

/** A part of the flow that has a name: a band behind its steps. */
export interface Phase {
  id: string;
  name: string;
  color: Color;
  /** At least one; a step is in one phase at most. */
  steps: string[];
}

/** One after the other, so that neighbours differ. */
export const PHASE_COLORS = ["teal", "orange", "blue", "purple", "green"] as const satisfies readonly Color[];

/** Of one flow. */
export const PHASES_MAX = 30;
export const PHASE_NAME_CHARS_MAX = 100;

export const phasePlace = (id: string): string => `phases.${id}`;

export const phaseOf = ({ phases = [] }: FlowDefinition, step: string): Phase | undefined =>
  phases.find(({ steps }) => steps.includes(step));
