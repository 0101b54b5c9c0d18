import { lazy, type ReactNode, Suspense } from "react";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Deeds } from "../edits/deeds";
import { chosenOf } from "../edits/selection";

const NodeInspector = lazy(() => import("./NodeInspector"));
const CanvasInspector = lazy(() => import("./CanvasInspector"));
const EdgeInspector = lazy(() => import("./EdgeInspector"));
const SeveralInspector = lazy(() => import("./SeveralInspector"));

interface FlowInspectorProps {
  flow: FlowDefinition;
  form: FormDefinition;
  selection: readonly string[];
  locked: readonly string[];
  problems: readonly Problem[];
  deeds: Deeds;
  /** Shown when nothing is selected: about the flow as a whole. */
  whole: ReactNode;
}

/** The right pane: one step, one line, several things, or the flow itself. */
export function FlowInspector({ flow, form, selection, locked, problems, deeds, whole }: FlowInspectorProps) {
  const chosen = chosenOf(selection);
  const { nodes, edges, notes, phases } = chosen;
  const node = flow.nodes.find(({ id }) => id === nodes[0]);
  const edge = flow.edges.find(({ id }) => id === edges[0]);
  const note = flow.notes?.find(({ id }) => id === notes[0]);
  const count = nodes.length + edges.length + notes.length + phases.length;
  const phase = flow.phases?.find(({ id }) => id === phases[0]);
  const held = selection.filter((place) => locked.includes(place));
  const unlock = () => deeds.turn("locked", held);
  const lock = held.length > 0 ? { name: deeds.nameOf(held), onUnlock: unlock } : undefined;
  const drawn = { flow, problems, deeds, lock };
  if (count === 1 && node) {
    return (
      <Suspense>
        <NodeInspector key={node.id} node={node} form={form} {...drawn} />
      </Suspense>
    );
  }
  if (count === 1 && edge) {
    return (
      <Suspense>
        <EdgeInspector key={edge.id} edge={edge} {...drawn} />
      </Suspense>
    );
  }
  const item = note ? { note } : phase && { phase };
  if (count === 1 && item) {
    return (
      <Suspense>
        <CanvasInspector key={selection[0]} item={item} {...drawn} />
      </Suspense>
    );
  }
  if (count > 1) {
    return (
      <Suspense>
        <SeveralInspector form={form} chosen={chosen} count={count} {...drawn} />
      </Suspense>
    );
  }
  return whole;
}
