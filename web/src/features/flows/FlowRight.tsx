import { lazy, Suspense } from "react";
import type { FormHead } from "@/api/drafts";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Deeds } from "./edits/deeds";
import { FlowInspector } from "./inspector/FlowInspector";
import type { Trial } from "./trial/trial";
import { AboutFlow } from "./versions/AboutFlow";

const TrialPanel = lazy(() => import("./trial/TrialPanel"));

interface FlowRightProps {
  head: FormHead;
  flow: FlowDefinition;
  form: FormDefinition;
  selection: readonly string[];
  locked: readonly string[];
  problems: readonly Problem[];
  deeds: Deeds;
  trial: Trial;
  /** Brings a step of the trial run into the middle. */
  onStep: (node: string) => void;
}

/** The right pane: a trial run while there is one, else the properties of what is selected. */
export function FlowRight({ head, trial, onStep, ...drawn }: FlowRightProps) {
  const { flow, form, deeds } = drawn;
  if (trial.isOpen) {
    return (
      <Suspense>
        <TrialPanel trial={trial} form={form} flow={flow} onStep={onStep} />
      </Suspense>
    );
  }
  const restore = (definition: FlowDefinition) => deeds.replaceAll(definition, "restore");
  return <FlowInspector {...drawn} whole={<AboutFlow head={head} flow={flow} form={form} onRestore={restore} />} />;
}
