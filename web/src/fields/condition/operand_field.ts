import type { Control, Field } from "@/model/form";
import { TYPES } from "../table";

/** A control for what a field is compared with. */
function operandControl(control: Control, isSeveral: boolean): Control {
  switch (control.kind) {
    case "textarea":
    case "text":
    case "serial":
      return TYPES.text.settings();
    case "radio":
    case "select":
    case "checkbox":
      return isSeveral
        ? { ...TYPES.checkbox.settings(), options: control.options }
        : { kind: "select", options: control.options };
    case "user":
    case "dept":
      return { ...control, many: isSeveral };
    case "number":
    case "money":
    case "percent":
      return { ...control, min: null, max: null };
    case "rating":
      return TYPES.number.settings();
    case "formula":
      return control.result === "bool" ? TYPES.switch.settings() : TYPES[control.result].settings();
    case "date":
    case "datetime":
    case "switch":
    case "image":
    case "file":
      return control;
  }
}

/** The field as it is drawn where one of its values, or several, are asked for. */
export function operandField(field: Field, isSeveral = false): Field {
  return { id: field.id, label: field.label, control: operandControl(field.control, isSeveral) };
}

/** Days and instants are earlier or later, not smaller or larger. */
export function isMoment(control: Control): boolean {
  const { kind } = control.kind === "formula" ? { kind: control.result } : control;
  return kind === "date" || kind === "datetime";
}
