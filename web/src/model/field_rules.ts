// What may be said of a field besides its kind; the twin of `is_typed` and `can_be_unique` in src/form/kind/mod.rs.

import type { FieldKind } from "./form";

export const FIELD_RULES = ["required", "required_if", "visible_if", "default", "unique"] as const;

export type FieldRule = (typeof FIELD_RULES)[number];

/** Kinds whose values two records can be compared by. */
const COMPARED: ReadonlySet<FieldKind> = new Set(["text", "number", "date", "datetime", "serial"]);
const FILES: ReadonlySet<FieldKind> = new Set(["image", "file"]);

/** Serials and formulas are nobody's to fill. */
export const isTyped = (kind: FieldKind): boolean => kind !== "serial" && kind !== "formula";

export function mayHaveRule(kind: FieldKind, rule: FieldRule): boolean {
  switch (rule) {
    case "visible_if":
      return true;
    case "required":
    case "required_if":
      return isTyped(kind);
    case "default":
      return isTyped(kind) && !FILES.has(kind);
    case "unique":
      return COMPARED.has(kind);
  }
}
