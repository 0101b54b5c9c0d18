// The tree of a formula as it was written: names resolved by shape only, nothing typed.

import type { Decimal } from "./decimal";
import type { Span } from "./problem";

export type Operator =
  | "or"
  | "and"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "not in"
  | "&"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^";

/** At most FORMULA_NODES_MAX nodes and FORMULA_DEPTH_MAX levels. */
export type Expr = ExprKind & { readonly span: Span };

export type ExprKind =
  | { is: "number"; number: Decimal }
  | { is: "text"; text: string }
  | { is: "bool"; truth: boolean }
  | { is: "field"; field: string }
  | { is: "list"; items: Expr[] }
  | { is: "not"; inner: Expr }
  | { is: "negate"; inner: Expr }
  | { is: "binary"; operator: Operator; left: Expr; right: Expr }
  /** The function's name in capitals, known or not. */
  | { is: "call"; name: string; items: Expr[] };

export function children(expr: Expr): readonly Expr[] {
  switch (expr.is) {
    case "number":
    case "text":
    case "bool":
    case "field":
      return [];
    case "list":
    case "call":
      return expr.items;
    case "not":
    case "negate":
      return [expr.inner];
    case "binary":
      return [expr.left, expr.right];
  }
}

export function depth(expr: Expr): number {
  return 1 + children(expr).reduce((deepest, child) => Math.max(deepest, depth(child)), 0);
}
