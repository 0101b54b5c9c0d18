// A form's definition, as JSON. The same words as src/model/form.rs.

import type { Color } from "./color";

export interface FormDefinition {
  fields: Field[];
  sections: Section[];
  /** What an order is called in lists; a formula that gives text. */
  title?: string;
}

/** Of which nothing is known yet. */
export const NO_FORM: FormDefinition = { fields: [], sections: [] };

/** A titled group of fields on a twelve-column grid; every field stands in exactly one. */
export interface Section {
  id: string;
  title: string;
  visible_if?: string;
  items: Placement[];
}

export interface Placement {
  field: string;
  /** Width in twelfths, 1 to 12; a phone always shows one column. */
  span: number;
}

export interface Field<C extends Control = Control> {
  id: string;
  label: string;
  help?: string;
  required?: boolean;
  /** Formulas giving yes or no. */
  visible_if?: string;
  required_if?: string;
  /** Formula evaluated once, when the form is opened. */
  default?: string;
  unique?: boolean;
  control: C;
}

export interface Choice {
  id: string;
  label: string;
  color?: Color;
}

export interface TextControl {
  kind: "text";
  max_chars: number;
  placeholder: string;
  format: "any" | "mobile" | "email" | "url";
}

export interface TextareaControl {
  kind: "textarea";
  max_chars: number;
  rows: number;
  placeholder: string;
}

export interface NumberControl {
  kind: "number";
  /** Decimal text. */
  min: string | null;
  max: string | null;
  decimals: number;
  unit: string;
  thousands: boolean;
}

export interface MoneyControl {
  kind: "money";
  min: string | null;
  max: string | null;
  decimals: number;
  /** ISO 4217. */
  currency: string;
}

export interface PercentControl {
  kind: "percent";
  min: string | null;
  max: string | null;
  decimals: number;
}

export interface DateControl {
  kind: "date";
  /** Formulas giving a date. */
  min: string | null;
  max: string | null;
}

export interface DatetimeControl {
  kind: "datetime";
  min: string | null;
  max: string | null;
}

export interface RadioControl {
  kind: "radio";
  options: Choice[];
}

export interface SelectControl {
  kind: "select";
  options: Choice[];
}

export interface CheckboxControl {
  kind: "checkbox";
  options: Choice[];
  min_picks: number | null;
  max_picks: number | null;
}

export interface SwitchControl {
  kind: "switch";
  on_label: string;
  off_label: string;
}

export interface RatingControl {
  kind: "rating";
  /** 2 to 10. */
  stars: number;
}

export interface UserControl {
  kind: "user";
  many: boolean;
}

export interface DeptControl {
  kind: "dept";
  many: boolean;
}

export interface ImageControl {
  kind: "image";
  max_files: number;
  camera_only: boolean;
  /** Time and person are drawn onto each photo before it travels. */
  watermark: boolean;
}

export interface FileControl {
  kind: "file";
  max_files: number;
  /** Lower-case endings without the dot; empty: the house list. */
  extensions: string[];
}

export interface SerialControl {
  kind: "serial";
  /** `WX-{yyyyMM}-{####}`. */
  pattern: string;
  reset: "never" | "year" | "month" | "day";
}

export interface FormulaControl {
  kind: "formula";
  formula: string;
  result: "text" | "number" | "bool" | "date" | "datetime";
  decimals: number;
}

/** The kind of a field with its settings. */
export type Control =
  | TextControl
  | TextareaControl
  | NumberControl
  | MoneyControl
  | PercentControl
  | DateControl
  | DatetimeControl
  | RadioControl
  | SelectControl
  | CheckboxControl
  | SwitchControl
  | RatingControl
  | UserControl
  | DeptControl
  | ImageControl
  | FileControl
  | SerialControl
  | FormulaControl;

export type FieldKind = Control["kind"];

export type ControlOf<K extends FieldKind> = Extract<Control, { kind: K }>;

/** What a person may do with a field at a node of a flow. */
export type FieldAccess = "hidden" | "read" | "edit" | "required";

export type FieldMatrix = Record<string, FieldAccess>;
