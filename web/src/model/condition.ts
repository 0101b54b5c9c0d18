// Conditions as people say them: rows of field, comparison and value, of which all or any must hold. A formula that says
// more than that is no such condition and stays a formula.

import type { Control, Field, FormDefinition } from "./form";
import { literalOf, quoted } from "./formula/literal_text";
import { parse } from "./formula/parser";
import type { Expr, Operator } from "./formula/syntax";

export const COMPARISONS = [
  "is",
  "is_not",
  "one_of",
  "contains",
  "more",
  "at_least",
  "less",
  "at_most",
  "yes",
  "no",
  "empty",
  "not_empty",
] as const;

export type Comparison = (typeof COMPARISONS)[number];

export interface Row {
  field: string;
  comparison: Comparison;
  /** Option, person, decimal text, date or text; several for `one_of`; none for comparisons that need no value. */
  values: readonly string[];
}

export interface Condition {
  joint: "all" | "any";
  rows: readonly Row[];
}

const EQUAL: readonly Comparison[] = ["is", "is_not"];
const ORDER: readonly Comparison[] = ["more", "at_least", "less", "at_most"];
const BLANK: readonly Comparison[] = ["empty", "not_empty"];

/** What can be asked of a field, the most usual first. */
export function comparisonsOf(control: Control): readonly Comparison[] {
  switch (control.kind) {
    case "text":
    case "textarea":
    case "serial":
      return [...EQUAL, "contains", ...BLANK];
    case "number":
    case "money":
    case "percent":
    case "rating":
      return [...ORDER, ...EQUAL, ...BLANK];
    case "date":
      return [...ORDER, ...EQUAL, ...BLANK];
    case "datetime":
      return [...ORDER, ...BLANK];
    case "radio":
    case "select":
      return [...EQUAL, "one_of", ...BLANK];
    case "user":
    case "dept":
      return control.many ? ["contains", ...BLANK] : [...EQUAL, "one_of", ...BLANK];
    case "checkbox":
      return ["contains", ...BLANK];
    case "switch":
      return ["yes", "no"];
    case "image":
    case "file":
      return BLANK;
    case "formula":
      return ofResult(control.result);
  }
}

function ofResult(result: Extract<Control, { kind: "formula" }>["result"]): readonly Comparison[] {
  switch (result) {
    case "text":
      return [...EQUAL, "contains", ...BLANK];
    case "number":
    case "date":
      return [...ORDER, ...EQUAL, ...BLANK];
    case "datetime":
      return [...ORDER, ...BLANK];
    case "bool":
      return ["yes", "no"];
  }
}

export function needsValue(comparison: Comparison): boolean {
  return !["yes", "no", "empty", "not_empty"].includes(comparison);
}

export function isNumeric(control: Control): boolean {
  return (
    ["number", "money", "percent", "rating"].includes(control.kind) ||
    (control.kind === "formula" && control.result === "number")
  );
}

const OPERATORS: Partial<Record<Operator, Comparison>> = {
  "=": "is",
  "<>": "is_not",
  ">": "more",
  ">=": "at_least",
  "<": "less",
  "<=": "at_most",
};
const SIGNS = Object.fromEntries(Object.entries(OPERATORS).map(([sign, name]) => [name, sign]));

/** `null` for a formula that says more than rows can. Nothing written yet is a condition without rows. */
export function readCondition(text: string, form: FormDefinition): Condition | null {
  if (!text.trim()) return { joint: "all", rows: [] };
  const parsed = parse(text);
  if (!parsed.ok) return null;
  const joint = parsed.expr.is === "binary" && parsed.expr.operator === "or" ? "any" : "all";
  const rows = flat(parsed.expr, joint === "any" ? "or" : "and").map((expr) => rowOf(expr, form));
  return rows.every((row) => row !== null) ? { joint, rows } : null;
}

function flat(expr: Expr, operator: Operator): Expr[] {
  if (expr.is !== "binary" || expr.operator !== operator) return [expr];
  return [...flat(expr.left, operator), ...flat(expr.right, operator)];
}

function rowOf(expr: Expr, form: FormDefinition): Row | null {
  const row = shapeOf(expr);
  const field = row && form.fields.find(({ id }) => id === row.field);
  return field && comparisonsOf(field.control).includes(row.comparison) ? row : null;
}

function shapeOf(expr: Expr): Row | null {
  if (expr.is === "field") return { field: expr.field, comparison: "yes", values: [] };
  if (expr.is === "not") return opposite(shapeOf(expr.inner));
  if (expr.is === "call") return called(expr.name, expr.items);
  if (expr.is !== "binary" || expr.left.is !== "field") return null;
  const { field } = expr.left;
  if (expr.operator === "in" && expr.right.is === "list") {
    const values = expr.right.items.map(literalOf);
    return values.every((value) => value !== null) ? { field, comparison: "one_of", values } : null;
  }
  const comparison = OPERATORS[expr.operator];
  const value = literalOf(expr.right);
  return comparison && value !== null ? { field, comparison, values: [value] } : null;
}

function opposite(row: Row | null): Row | null {
  if (row?.comparison === "yes") return { ...row, comparison: "no" };
  return row?.comparison === "empty" ? { ...row, comparison: "not_empty" } : null;
}

function called(name: string, [first, second]: readonly Expr[]): Row | null {
  if (first?.is !== "field") return null;
  if ((name === "IS_EMPTY" || name === "ISBLANK") && !second) {
    return { field: first.field, comparison: "empty", values: [] };
  }
  const value = second && literalOf(second);
  return name === "CONTAINS" && value ? { field: first.field, comparison: "contains", values: [value] } : null;
}

/** Rows without a value are left out: somebody is still filling them in. */
export function writeCondition({ joint, rows }: Condition, form: FormDefinition): string {
  const written = rows.flatMap((row) => {
    const field = form.fields.find(({ id }) => id === row.field);
    return field && isWhole(row) ? [writeRow(row, field)] : [];
  });
  return written.join(joint === "any" ? " OR " : " AND ");
}

export function isWhole({ comparison, values }: Row): boolean {
  return !needsValue(comparison) || (values.length > 0 && values.every((value) => value !== ""));
}

function writeRow({ comparison, values }: Row, { id, control }: Field): string {
  const written = (value: string) => (isNumeric(control) ? value : quoted(value));
  const first = written(values[0] ?? "");
  switch (comparison) {
    case "yes":
      return id;
    case "no":
      return `NOT ${id}`;
    case "empty":
      return `IS_EMPTY(${id})`;
    case "not_empty":
      return `NOT IS_EMPTY(${id})`;
    case "contains":
      return `CONTAINS(${id}, ${first})`;
    case "one_of":
      return `${id} IN [${values.map(written).join(", ")}]`;
    case "is":
    case "is_not":
    case "more":
    case "at_least":
    case "less":
    case "at_most":
      return `${id} ${SIGNS[comparison]} ${first}`;
  }
}
