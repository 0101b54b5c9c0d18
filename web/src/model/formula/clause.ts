// Conditions as people build them: "urgency is high and amount > 500". A formula of that shape is read into clauses and
// written back; any other formula is left to the editor.

import { literalOf, quoted } from "./literal_text";
import { parse } from "./parser";
import type { FieldType, Scope } from "./scope";
import { itemKind } from "./scope";
import type { Expr } from "./syntax";

export type Test = "=" | "<>" | "<" | "<=" | ">" | ">=" | "contains" | "lacks" | "yes" | "no" | "blank" | "filled";

export interface Clause {
  field: string;
  test: Test;
  /** As formulas write it: decimal text, an option's id, `2026-11-24`. `null` where none is needed, or not chosen yet. */
  operand: string | null;
}

export interface Clauses {
  join: "and" | "or";
  clauses: readonly Clause[];
}

const NEEDS_NONE: ReadonlySet<Test> = new Set(["yes", "no", "blank", "filled"]);

export function isWhole({ test, operand }: Clause): boolean {
  return NEEDS_NONE.has(test) || (operand !== null && operand !== "");
}

export function needsOperand(test: Test): boolean {
  return !NEEDS_NONE.has(test);
}

/** What can be asked of a field, the usual first. */
export function testsOf({ kind }: FieldType): readonly Test[] {
  const item = itemKind(kind);
  if (item === "file") return ["filled", "blank"];
  if (item) return ["contains", "lacks", "filled", "blank"];
  switch (kind) {
    case "bool":
      return ["yes", "no", "blank"];
    case "number":
    case "date":
    case "date_time":
      return [">", ">=", "<", "<=", "=", "<>", "filled", "blank"];
    case "text":
      return ["=", "<>", "contains", "lacks", "filled", "blank"];
    default:
      return ["=", "<>", "filled", "blank"];
  }
}

function written({ field, test, operand }: Clause, scope: Scope): string {
  const literal = scope.get(field)?.kind === "number" ? (operand ?? "") : quoted(operand ?? "");
  switch (test) {
    case "yes":
      return field;
    case "no":
      return `NOT ${field}`;
    case "blank":
      return `ISBLANK(${field})`;
    case "filled":
      return `NOT ISBLANK(${field})`;
    case "contains":
      return `CONTAINS(${field}, ${literal})`;
    case "lacks":
      return `NOT CONTAINS(${field}, ${literal})`;
    default:
      return `${field} ${test} ${literal}`;
  }
}

/** Clauses that are not finished are left out. */
export function writeClauses({ join, clauses }: Clauses, scope: Scope): string {
  return clauses
    .filter(isWhole)
    .map((clause) => written(clause, scope))
    .join(join === "and" ? " AND " : " OR ");
}

/** `null`: the formula says more than clauses can. */
export function readClauses(text: string, scope: Scope): Clauses | null {
  if (!text.trim()) return { join: "and", clauses: [] };
  const parsed = parse(text);
  if (!parsed.ok) return null;
  const { expr } = parsed;
  const join = expr.is === "binary" && expr.operator === "or" ? "or" : "and";
  const clauses = flat(expr, join).map((part) => clauseOf(part, scope));
  const found = clauses.filter((clause) => clause !== null);
  return found.length === clauses.length ? { join, clauses: found } : null;
}

function flat(expr: Expr, join: "and" | "or"): Expr[] {
  if (expr.is !== "binary" || expr.operator !== join) return [expr];
  return [...flat(expr.left, join), ...flat(expr.right, join)];
}

function clauseOf(expr: Expr, scope: Scope): Clause | null {
  const clause = plainClause(expr);
  const type = clause ? scope.get(clause.field) : undefined;
  return clause && type && testsOf(type).includes(clause.test) ? clause : null;
}

function plainClause(expr: Expr): Clause | null {
  switch (expr.is) {
    case "field":
      return { field: expr.field, test: "yes", operand: null };
    case "not": {
      const inner = plainClause(expr.inner);
      const opposite: Partial<Record<Test, Test>> = { yes: "no", blank: "filled", contains: "lacks" };
      const test = inner && opposite[inner.test];
      return inner && test ? { ...inner, test } : null;
    }
    case "call": {
      const [first, second] = expr.items;
      if (first?.is !== "field") return null;
      if (expr.name === "ISBLANK" && !second) return { field: first.field, test: "blank", operand: null };
      const operand = second ? literalOf(second) : null;
      return expr.name === "CONTAINS" && operand !== null ? { field: first.field, test: "contains", operand } : null;
    }
    case "binary": {
      const operand = literalOf(expr.right);
      const test = COMPARISONS.find((comparison) => comparison === expr.operator);
      return expr.left.is === "field" && operand !== null && test ? { field: expr.left.field, test, operand } : null;
    }
    default:
      return null;
  }
}

const COMPARISONS: readonly Test[] = ["=", "<>", "<", "<=", ">", ">="];
