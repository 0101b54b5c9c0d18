// Which cells of the grid a person may write, why not the others, and what may stand in them.

import { kindOf } from "@/fields/table";
import type { Field, FieldMatrix, FormDefinition } from "@/model/form";
import type { OrderState } from "@/model/order";
import type { Problem } from "@/model/problem";
import type { Column } from "@/model/report";
import { isEmpty, type Value } from "@/model/value";

/** `order`: the flow decides it; `computed`: by the server; `files`: on the record's own page; `draft`: not sent yet. */
export type Lock = "order" | "computed" | "files" | "draft" | "permission";

export const fieldOf = (column: Column, form: FormDefinition): Field | undefined =>
  typeof column === "string" ? undefined : form.fields.find(({ id }) => id === column.field);

/** Of a whole column, by the leave to edit and the fields it does not hold for; `null`: it can be written. */
export function columnLock(column: Column, form: FormDefinition, mayEdit: boolean, closed?: FieldMatrix): Lock | null {
  const field = fieldOf(column, form);
  if (!field) return "order";
  const type = kindOf(field);
  if (!type.isTyped) return "computed";
  if (!type.fromText) return "files";
  return mayEdit && !closed?.[field.id] ? null : "permission";
}

/** Of one cell. The server has the last word: a permission may reach only some of the records. */
export const cellLock = (lock: Lock | null, state: OrderState): Lock | null =>
  lock ?? (state === "draft" ? "draft" : null);

/** What is wrong with a value before anybody asks the server. */
export function problemsOf(field: Field, value: Value): Problem[] {
  if (!isEmpty(value)) return kindOf(field).check?.(value as Exclude<Value, null>, field.control, field.id) ?? [];
  return field.required ? [{ place: field.id, code: "required", severity: "error", data: {} }] : [];
}

/** Chosen and done: nothing more is typed after the first pick. */
export function isPickedAtOnce({ control }: Field): boolean {
  switch (control.kind) {
    case "date":
    case "datetime":
    case "radio":
    case "select":
    case "switch":
    case "rating":
      return true;
    case "user":
    case "dept":
      return !control.many;
    default:
      return false;
  }
}

/** A key that is typed on the cell begins its text anew. */
export const startsWith = ({ control }: Field, key: string): boolean =>
  control.kind === "text" || control.kind === "textarea"
    ? true
    : ["number", "money", "percent"].includes(control.kind) && /[\d.+-]/.test(key);

/** Equal as the server would see it: no value and an empty one are one, `1.50` and `1.5` too. */
export function isSameValue(a: Value | undefined, b: Value | undefined, { control }: Field): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  const isDecimal = ["number", "money", "percent", "rating"].includes(control.kind);
  if (isDecimal) return trimmed(String(a)) === trimmed(String(b));
  return JSON.stringify(a) === JSON.stringify(b);
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
