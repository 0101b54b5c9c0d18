// What a column holds, and which tests make sense for it: the same judgement as the server's, so that nobody can pick
// what would be refused.

import type { Choice, Control, FormDefinition } from "./form";
import { type Column, type Condition, columnKey, ORDER_COLUMNS, type OrderColumn, type Test } from "./report";

export type ColumnKind =
  | "text"
  | "number"
  | "bool"
  | "date"
  | "instant"
  | "option"
  | "user"
  | "department"
  | "state"
  | "node"
  | "duration"
  | "file";

const ORDER_KINDS: Record<OrderColumn, ColumnKind> = {
  title: "text",
  state: "state",
  node: "node",
  handler: "user",
  initiator: "user",
  department: "department",
  created_at: "instant",
  submitted_at: "instant",
  updated_at: "instant",
  ended_at: "instant",
  duration: "duration",
};

function kindOfControl(control: Control): ColumnKind {
  switch (control.kind) {
    case "text":
    case "textarea":
    case "serial":
      return "text";
    case "number":
    case "money":
    case "percent":
    case "rating":
      return "number";
    case "date":
      return "date";
    case "datetime":
      return "instant";
    case "radio":
    case "select":
    case "checkbox":
      return "option";
    case "switch":
      return "bool";
    case "user":
      return "user";
    case "dept":
      return "department";
    case "image":
    case "file":
      return "file";
    case "formula":
      return control.result === "datetime" ? "instant" : control.result;
  }
}

export function controlOf(column: Column, form: FormDefinition): Control | null {
  if (typeof column === "string") return null;
  return form.fields.find(({ id }) => id === column.field)?.control ?? null;
}

/** `null`: the form has no such field any more. */
export function kindOf(column: Column, form: FormDefinition): ColumnKind | null {
  if (typeof column === "string") return ORDER_KINDS[column];
  const control = controlOf(column, form);
  return control && kindOfControl(control);
}

/** Fields first, then what every order has. */
export function columnsOf(form: FormDefinition): Column[] {
  return [...form.fields.map(({ id }): Column => ({ field: id })), ...ORDER_COLUMNS];
}

/** `field:urgency` back to a column; `null` for what is none. */
export function columnOfKey(key: string): Column | null {
  if (key.startsWith("field:")) return { field: key.slice("field:".length) };
  return ORDER_COLUMNS.find((name) => name === key) ?? null;
}

/** Whether what came from an address is a column at all. */
export function isColumn(value: unknown): value is Column {
  if (typeof value === "string") return columnOfKey(value) !== null;
  return typeof value === "object" && value !== null && "field" in value && typeof value.field === "string";
}

export function isCondition(value: unknown): value is Condition {
  if (typeof value !== "object" || value === null) return false;
  const { column, test } = value as Partial<Condition>;
  return isColumn(column) && typeof test?.op === "string";
}

export const isSame = (a: Column, b: Column): boolean => columnKey(a) === columnKey(b);

export function choicesOf(column: Column, form: FormDefinition): readonly Choice[] {
  const control = controlOf(column, form);
  return control && "options" in control ? control.options : [];
}

export const isDated = (kind: ColumnKind | null): boolean => kind === "date" || kind === "instant";

/** Can make groups: one bar each. */
export const isGrouping = (kind: ColumnKind | null): boolean =>
  kind !== null && kind !== "number" && kind !== "duration" && kind !== "file";

/** There is something to compare it with. */
export const isCompared = (kind: ColumnKind | null): boolean => kind !== null && kind !== "node" && kind !== "file";

/** Can be added up. */
export const isMeasured = (kind: ColumnKind | null): boolean => kind === "number" || kind === "duration";

export type Op = Test["op"];

export function opsOf(kind: ColumnKind | null): readonly Op[] {
  switch (kind) {
    case "text":
      return ["contains", "is", "is_not", "empty", "not_empty"];
    case "number":
    case "duration":
      return ["at_least", "at_most", "is", "is_not", "empty", "not_empty"];
    case "date":
    case "instant":
      return ["within", "at_least", "at_most", "is", "empty", "not_empty"];
    case "option":
    case "user":
    case "department":
    case "state":
      return ["in", "is_not", "empty", "not_empty"];
    case "bool":
      return ["is"];
    case "node":
    case "file":
    case null:
      return ["empty", "not_empty"];
  }
}

/** A test of this kind as it stands when it is picked; its operand is still to be filled. */
export function freshTest(op: Op, kind: ColumnKind | null): Test {
  switch (op) {
    case "in":
      return { op, values: [] };
    case "empty":
    case "not_empty":
      return { op };
    case "within":
      return { op, period: "this_month" };
    case "is":
      return { op, value: kind === "bool" ? "true" : "" };
    case "is_not":
    case "contains":
    case "at_least":
    case "at_most":
      return { op, value: "" };
  }
}

/** Conditions that were begun and not filled ask nothing. */
export function isFilled({ test }: Condition): boolean {
  if (test.op === "in") return test.values.length > 0;
  return !("value" in test) || test.value.trim() !== "";
}

/** A condition to begin with: the first test of the column's kind. */
export function freshCondition(column: Column, form: FormDefinition): Condition {
  const kind = kindOf(column, form);
  return { column, test: freshTest(opsOf(kind)[0] ?? "not_empty", kind) };
}
