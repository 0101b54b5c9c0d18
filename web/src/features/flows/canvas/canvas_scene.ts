// The scene of a drawing that is being edited: kept the same while nothing in it changes.

import { useMemo } from "react";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { arrange, isArranged } from "@/nodes/drawing/arrange";
import { type Aside, NOTHING_ASIDE } from "@/ui/designer/set_aside";
import type { Deeds } from "../edits/deeds";
import { marksOf } from "../edits/flow_problems";
import type { CanvasScene } from "./canvas_context";

interface SceneParts {
  flow: FlowDefinition;
  form: FormDefinition;
  problems: readonly Problem[];
  trial: CanvasScene["trial"];
  pick: CanvasScene["pick"];
  deeds: Deeds;
  aside: Aside;
}

export function useCanvasScene({ flow, form, problems, trial, pick, deeds, aside }: SceneParts): CanvasScene {
  const marks = useMemo(() => marksOf(problems), [problems]);
  const inOrder = useMemo(() => isArranged(flow, arrange(flow)), [flow]);
  return useMemo(
    () => ({
      flow,
      form,
      marks,
      trial,
      isReadOnly: false,
      isArranged: inOrder,
      aside,
      pick,
      select: (place) => deeds.select([place]),
      duplicate: (node) => deeds.duplicate({ nodes: [node] }),
      remove: (node) => deeds.remove({ nodes: [node] }),
      deeds,
    }),
    [flow, form, marks, trial, inOrder, pick, deeds, aside],
  );
}

const nothing = () => undefined;

/** Of a drawing to read. */
export function stillScene(flow: FlowDefinition, form: FormDefinition, problems: readonly Problem[]): CanvasScene {
  return {
    flow,
    form,
    marks: marksOf(problems),
    trial: null,
    isReadOnly: true,
    isArranged: false,
    aside: NOTHING_ASIDE,
    pick: nothing,
    select: nothing,
    duplicate: nothing,
    remove: nothing,
    deeds: null,
  };
}
