import type { Control, Field } from "@/model/form";
import { TYPES } from "../table";

/** A control for one value to compare a field with. */
function operandControl(control: Control): Control {
  switch (control.kind) {
    case "textarea":
    case "text":
    case "serial":
      return TYPES.text.settings();
    case "radio":
    case "select":
    case "checkbox":
      return { kind: "select", options: control.options };
    case "user":
    case "dept":
      return { ...control, many: false };
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

/** The field as it is drawn where one of its values is asked for. */
export function operandField(field: Field): Field {
  return { id: field.id, label: field.label, control: operandControl(field.control) };
}
