// What people see, may fill and must fill at a step of a flow. A field that a step does not name has the step's usual access.

import { isTyped } from "./field_rules";
import type { FlowDefinition, Step } from "./flow";
import type { Field, FieldAccess, FieldMatrix } from "./form";

export const ACCESS: readonly FieldAccess[] = ["hidden", "read", "edit", "required"];

/** Steps at which people see the form. */
export type SeenStep = Extract<Step, { kind: "start" | "handle" | "approve" }>;

export function isSeen(step: Step): step is SeenStep {
  return step.kind === "start" || step.kind === "handle" || step.kind === "approve";
}

export const mayHave = (field: Field, access: FieldAccess): boolean =>
  isTyped(field.control.kind) || access === "hidden" || access === "read";

export function usualAccess(step: SeenStep, field: Field): FieldAccess {
  return step.kind === "start" && isTyped(field.control.kind) ? "edit" : "read";
}

export const accessAt = (step: SeenStep, field: Field): FieldAccess =>
  step.fields?.[field.id] ?? usualAccess(step, field);

/** The usual access is not named. */
export function withAccess(step: SeenStep, field: Field, access: FieldAccess): FieldMatrix {
  const { [field.id]: _, ...others } = step.fields ?? {};
  return access === usualAccess(step, field) ? others : { ...others, [field.id]: access };
}

/** A flow with the access of these fields changed at these steps; what is nobody's to fill keeps what it has. */
export function withStepAccess(
  flow: FlowDefinition,
  at: readonly string[],
  fields: readonly Field[],
  access: FieldAccess,
): FlowDefinition {
  const changed = fields.filter((field) => mayHave(field, access));
  const change = (step: SeenStep): SeenStep => {
    let fields = step.fields ?? {};
    for (const field of changed) fields = withAccess({ ...step, fields }, field, access);
    return { ...step, fields };
  };
  const nodes = flow.nodes.map((node) =>
    at.includes(node.id) && isSeen(node.step) ? { ...node, step: change(node.step) } : node,
  );
  return { ...flow, nodes };
}
