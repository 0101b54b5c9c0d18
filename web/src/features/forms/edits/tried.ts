// How a form is tried on: on which device, as whom, at which step of its flow.

import { isTyped } from "@/model/field_rules";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FieldAccess, FieldMatrix } from "@/model/form";
import { isSeen } from "@/model/step_access";

export interface TriedStep {
  id: string;
  name: string;
  matrix: FieldMatrix;
  /** Access to what the matrix does not name. */
  unnamed: FieldAccess;
}

export interface Tried {
  device: "desktop" | "phone";
  /** `null`: oneself. */
  person: string | null;
  /** `null`: where it is sent. */
  step: string | null;
}

const NOTHING_NAMED: FieldMatrix = {};

/** Of a form without a flow: everything is filled in by whoever sends it. */
export const AT_START: TriedStep = { id: "", name: "", matrix: NOTHING_NAMED, unnamed: "edit" };

/** Steps at which people see the form, in the order they were drawn. */
export function triedSteps({ nodes }: FlowDefinition): TriedStep[] {
  return nodes.flatMap(({ id, name, step }): TriedStep[] => {
    if (!isSeen(step)) return [];
    return [{ id, name, matrix: step.fields ?? NOTHING_NAMED, unnamed: step.kind === "start" ? "edit" : "read" }];
  });
}

export function stepTried(steps: readonly TriedStep[], { step }: Tried): TriedStep {
  return steps.find(({ id }) => id === step) ?? steps[0] ?? AT_START;
}

/** What no step lets anybody do with a field that people fill; `null` while some step lets it be filled, or none is drawn. */
export function shutBy(steps: readonly TriedStep[], { id, control }: Field): "hidden" | "read" | null {
  if (steps.length === 0 || !isTyped(control.kind)) return null;
  const accesses = steps.map(({ matrix, unnamed }) => matrix[id] ?? unnamed);
  if (accesses.every((access) => access === "hidden")) return "hidden";
  return accesses.every((access) => access === "hidden" || access === "read") ? "read" : null;
}
