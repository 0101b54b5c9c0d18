// What a new version of a form changes, for whoever is about to publish it; the twin of src/form/evolve.rs.

import type { Choice, Control, Field, FormDefinition } from "../form";
import { formulaTypeOf } from "./scope";

export type Aspect =
  | "label"
  | "help"
  | "required"
  | "visibility"
  | "default"
  | "unique"
  /** Another kind with the same type of value. */
  | "kind"
  /** Another type of value: what records hold is no longer readable as what the field is now. */
  | "type"
  | "options"
  | "settings";

export interface FieldChange {
  field: Field;
  aspects: Aspect[];
}

export interface FormChanges {
  added: Field[];
  removed: Field[];
  changed: FieldChange[];
  isLayoutNew: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function optionsOf(control: Control): readonly Choice[] {
  return "options" in control ? control.options : [];
}

function controlAspect(before: Control, after: Control): Aspect[] {
  if (same(before, after)) return [];
  if (formulaTypeOf(before).kind !== formulaTypeOf(after).kind) return ["type"];
  if (before.kind !== after.kind) return ["kind"];
  return same(optionsOf(before), optionsOf(after)) ? ["settings"] : ["options"];
}

/** What becomes of what records hold when a published control is another one. */
export function kindFate(before: Control, after: Control): "same" | "kept" | "lost" {
  const [aspect] = controlAspect(before, after);
  if (aspect === "type") return "lost";
  return aspect === "kind" ? "kept" : "same";
}

function aspectsOf(before: Field, after: Field): Aspect[] {
  const differs: [Aspect, boolean][] = [
    ["label", before.label !== after.label],
    ["help", (before.help ?? "") !== (after.help ?? "")],
    ["required", !same([before.required ?? false, before.required_if], [after.required ?? false, after.required_if])],
    ["visibility", !same(before.visible_if, after.visible_if)],
    ["default", !same(before.default, after.default)],
    ["unique", (before.unique ?? false) !== (after.unique ?? false)],
  ];
  return [...differs.filter(([, is]) => is).map(([aspect]) => aspect), ...controlAspect(before.control, after.control)];
}

export function formChanges(before: FormDefinition, after: FormDefinition): FormChanges {
  const find = (form: FormDefinition, id: string) => form.fields.find((field) => field.id === id);
  return {
    added: after.fields.filter(({ id }) => !find(before, id)),
    removed: before.fields.filter(({ id }) => !find(after, id)),
    changed: after.fields.flatMap((field) => {
      const old = find(before, field.id);
      const aspects = old ? aspectsOf(old, field) : [];
      return aspects.length > 0 ? [{ field, aspects }] : [];
    }),
    isLayoutNew: !same(before.sections, after.sections),
  };
}
