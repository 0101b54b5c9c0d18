// Values as the server takes them: files by id, instants with their offset, and only what this person may write.

import { isTyped } from "../field_rules";
import type { Control, FieldMatrix, FormDefinition } from "../form";
import { isFile, type ScalarValue, type Value, type Values } from "../value";

/** One value as the server takes it. */
export function sentValue(value: Value, { kind }: Control): Value {
  if (value === null) return null;
  const isInstant = kind === "datetime";
  return Array.isArray(value)
    ? value.map((one: ScalarValue) => sentOne(one, isInstant))
    : sentOne(value as ScalarValue, isInstant);
}

const sentOne = (value: ScalarValue, isInstant: boolean): ScalarValue => {
  if (isFile(value)) return value.id;
  return isInstant && typeof value === "number" ? new Date(value).toISOString() : value;
};

/** Every field that is open to the person, emptied ones as `null`; `unnamed` is the access of fields the matrix leaves out. */
export function sent(
  definition: FormDefinition,
  values: Values,
  matrix: FieldMatrix,
  unnamed: "edit" | "read" = "read",
): Values {
  const record: Record<string, Value> = {};
  for (const { id, control } of definition.fields) {
    const access = matrix[id] ?? unnamed;
    if (!isTyped(control.kind) || access === "hidden" || access === "read") continue;
    record[id] = sentValue(values[id] ?? null, control);
  }
  return record;
}
