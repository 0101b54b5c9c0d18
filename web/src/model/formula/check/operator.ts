// Typing of operators.

import { type Checking, whole } from "../check";
import { BOOL, type Calculation, type Comparison, type Node, NUMBER, TEXT, type Typed, typed } from "../node";
import { problem } from "../problem";
import { type FieldType, itemOf, type Kind, listOf, plain } from "../scope";
import type { Expr, Operator } from "../syntax";
import { agree, isSoft } from "./agree";

export function binary(checking: Checking, expr: Expr, operator: Operator, left: Expr, right: Expr): Typed {
  switch (operator) {
    case "or":
    case "and": {
      const items = all(checking, [left, right]);
      return items && typed({ is: operator === "or" ? "any_of" : "all", items }, BOOL);
    }
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return comparison(checking, operator, left, right);
    case "in":
      return member(checking, left, right);
    case "not in": {
      const found = member(checking, left, right);
      return found && typed({ is: "not", inner: found.node }, BOOL);
    }
    case "&": {
      const items = whole([left, right].map((side) => shown(checking, side)));
      return items && typed({ is: "concat", items }, TEXT);
    }
    case "+":
    case "-":
      return sum(checking, expr, operator, left, right);
    case "*":
    case "/":
    case "%":
    case "^":
      return product(checking, operator, left, right);
  }
}

export function all(checking: Checking, parts: readonly Expr[]): Node[] | null {
  return whole(parts.map((part) => checking.expect(part, BOOL)));
}

function comparison(checking: Checking, operator: Comparison, left: Expr, right: Expr): Typed {
  for (const side of [left, right]) {
    if (side.is === "text" && side.text === "") return checking.fail(problem(side.span, "comparison_with_empty"));
  }
  const agreed = agree(checking, [left, right], null);
  const accept = operator === "=" || operator === "<>" ? isEquatable : isOrdered;
  if (!agreed || !isComparable(checking, left, agreed.type, accept)) return null;
  const [first, second] = agreed.nodes;
  return first && second ? typed({ is: "compare", comparison: operator, left: first, right: second }, BOOL) : null;
}

export function isComparable(checking: Checking, at: Expr, type: FieldType, accept: (kind: Kind) => boolean): boolean {
  if (accept(type.kind)) return true;
  checking.fail(problem(at.span, "not_comparable", type.kind));
  return false;
}

/** `item in list`. A literal takes its type from the other side. */
export function member(checking: Checking, item: Expr, list: Expr): Typed {
  if (isSoft(item) && !isSoft(list)) {
    const found = checking.infer(list);
    const wanted = found && itemOf(found.type);
    if (found && !wanted) return checking.mismatch(list, "list", found.type.kind);
    const one = wanted && checking.expect(item, wanted);
    return found && one && typed({ is: "member", item: one, list: found.node }, BOOL);
  }
  const found = checking.infer(item);
  if (!found || !isComparable(checking, item, found.type, isEquatable)) return null;
  const many = checking.expect(list, listOf(found.type));
  return many && typed({ is: "member", item: found.node, list: many }, BOOL);
}

/** As text for people: labels of options, names of people. */
export function shown(checking: Checking, expr: Expr): Node | null {
  const found = checking.infer(expr);
  if (!found || found.type.kind === "text") return found?.node ?? null;
  return { is: "shown", options: found.type.options, inner: found.node, each: false };
}

/** Numbers; or a date and a number of days; or two dates, whose difference is days. */
function sum(checking: Checking, expr: Expr, calculation: "+" | "-", left: Expr, right: Expr): Typed {
  const [first, second] = [checking.infer(left), checking.infer(right)];
  if (!first || !second) return null;
  const [a, b] = [first.type.kind, second.type.kind];
  const kind = sumKind(a, b, calculation);
  if (kind) return typed({ is: "calculate", calculation, left: first.node, right: second.node }, plain(kind));
  if (a === "number" || a === "date") return checking.mismatch(right, "number", b);
  return checking.mismatch(b === "number" ? left : expr, "number", a);
}

function sumKind(left: Kind, right: Kind, calculation: "+" | "-"): Kind | null {
  if (right === "number" && (left === "number" || left === "date")) return left;
  return left === "date" && right === "date" && calculation === "-" ? "number" : null;
}

function product(checking: Checking, calculation: Calculation, left: Expr, right: Expr): Typed {
  const [first, second] = [checking.expect(left, NUMBER), checking.expect(right, NUMBER)];
  return first && second && typed({ is: "calculate", calculation, left: first, right: second }, NUMBER);
}

export function isEquatable(kind: Kind): boolean {
  return kind !== "file" && !kind.startsWith("list<");
}

export function isOrdered(kind: Kind): boolean {
  return kind === "text" || kind === "number" || kind === "date" || kind === "date_time";
}
