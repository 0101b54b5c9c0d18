// What cards and lines on the canvas need to know, besides themselves.

import { createContext, useContext } from "react";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Severity } from "@/model/problem";
import type { Aside } from "@/ui/designer/set_aside";
import type { Deeds } from "../edits/deeds";

/** What the picker of kinds was opened for. */
export type PickFor =
  | { edge: string }
  | { after: string }
  /** At the next free exit of a step that has one already. */
  | { exit: string }
  | { before: string }
  | { replace: string }
  | { nothing: true };

export interface TrialMark {
  /** 1 for the step that opens first. */
  number: number;
  people: readonly string[];
  hasWarning: boolean;
  /** The run stands here, step by step. */
  isHere: boolean;
}

export interface CanvasScene {
  flow: FlowDefinition;
  form: FormDefinition;
  isReadOnly: boolean;
  /** Every step stands where the order puts it. */
  isArranged: boolean;
  /** Of whoever edits: not drawn, and not to be changed. */
  aside: Aside;
  /** Worst problem by place: `nodes.review`. */
  marks: ReadonlyMap<string, Severity>;
  /** Of a trial run: by node, and the lines it took. */
  trial: { steps: ReadonlyMap<string, TrialMark>; lines: ReadonlySet<string> } | null;
  /** The picker of kinds, at a point of the screen. */
  pick: (what: PickFor, at: { x: number; y: number }) => void;
  select: (place: string) => void;
  duplicate: (node: string) => void;
  remove: (node: string) => void;
  /** None on a drawing to read. */
  deeds: Deeds | null;
}

export const SceneContext = createContext<CanvasScene | null>(null);

export const isHidden = ({ aside }: Pick<CanvasScene, "aside">, place: string): boolean => aside.hidden.includes(place);
export const isLocked = ({ aside }: Pick<CanvasScene, "aside">, place: string): boolean => aside.locked.includes(place);

export function useScene(): CanvasScene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error("cards and lines stand on a canvas");
  return scene;
}
