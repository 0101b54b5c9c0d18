// What formulas of a form may speak of; the twin of `type_of` and `scope` in src/catalog/form.rs.

import type { Choice, Control, FormDefinition } from "../form";
import { type FieldType, listOf, type Options, type Plain, plain, type Scope } from "../formula/scope";

/** What a control looks like to formulas. */
export function formulaTypeOf(control: Control): FieldType {
  switch (control.kind) {
    case "text":
    case "textarea":
    case "serial":
      return plain("text");
    case "number":
    case "money":
    case "percent":
    case "rating":
      return plain("number");
    case "date":
      return plain("date");
    case "datetime":
      return plain("date_time");
    case "radio":
    case "select":
      return { kind: "option", options: optionsOf(control.options) };
    case "checkbox":
      return listOf({ kind: "option", options: optionsOf(control.options) });
    case "switch":
      return plain("bool");
    case "user":
      return many("user", control.many);
    case "dept":
      return many("department", control.many);
    case "image":
    case "file":
      return many("file", true);
    case "formula":
      return plain(control.result === "datetime" ? "date_time" : control.result);
  }
}

export function scopeOf(definition: FormDefinition): Scope {
  return new Map(definition.fields.map((field) => [field.id, formulaTypeOf(field.control)]));
}

function optionsOf(options: readonly Choice[]): Options {
  return new Map(options.map(({ id, label }) => [id, label]));
}

function many(kind: Plain, isMany: boolean): FieldType {
  return isMany ? listOf(plain(kind)) : plain(kind);
}
