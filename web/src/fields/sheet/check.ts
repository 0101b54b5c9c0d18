// What the server will say of a filled form, said before it is sent; the twin of `check` in src/form/fill.rs. What only
// the server knows (unique values, who is still active) stays with it.

import type { CompiledForm } from "@/model/fill/compile";
import { outOfBounds, type Scene, type Settled } from "@/model/fill/settle";
import type { FieldAccess, FieldMatrix } from "@/model/form";
import type { Problem } from "@/model/problem";
import { isEmpty, type Value } from "@/model/value";
import { kindOf } from "../table";
import { wrong } from "../wrong";

/** What a person may do with each field here. */
export interface Rights {
  matrix: FieldMatrix;
  /** Of fields the matrix does not name: `edit` at the start of a flow, `read` later. */
  unnamed: FieldAccess;
}

export function accessTo(field: string, { matrix, unnamed }: Rights): FieldAccess {
  return matrix[field] ?? unnamed;
}

/** Only what the person can do something about, in the order of the form's fields. */
export function checkFilled(form: CompiledForm, settled: Settled, rights: Rights, scene: Scene): Problem[] {
  return form.fields.flatMap((compiled) => {
    const { field } = compiled;
    const access = accessTo(field.id, rights);
    const type = kindOf(field);
    const isOpen = type.isTyped && (access === "edit" || access === "required");
    if (!isOpen || settled.hidden.has(field.id)) return [];
    const value = settled.values[field.id] ?? null;
    if (isEmpty(value) || isBlank(value)) {
      const isMissing = access === "required" || settled.required.has(field.id);
      return isMissing ? [wrong(field.id, "required")] : [];
    }
    return [
      ...(type.check?.(value as Exclude<Value, null>, field.control, field.id) ?? []),
      ...outOfBounds(form, compiled, settled.values, scene),
    ];
  });
}

function isBlank(value: Value): boolean {
  return typeof value === "string" && value.trim() === "";
}
