// Values as the server takes them: files by id, instants with their offset, and only what this person may write.

import type { FieldMatrix, FormDefinition } from "../form";
import { isFile, type ScalarValue, type Value, type Values } from "../value";

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
    const isTyped = control.kind !== "serial" && control.kind !== "formula";
    if (!isTyped || access === "hidden" || access === "read") continue;
    const value = values[id] ?? null;
    const isInstant = control.kind === "datetime";
    record[id] = Array.isArray(value)
      ? value.map((one: ScalarValue) => sentOne(one, isInstant))
      : value === null
        ? null
        : sentOne(value as ScalarValue, isInstant);
  }
  return record;
}
