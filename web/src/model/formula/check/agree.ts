// Several expressions that must share one type: branches, list items, both sides of a comparison.

import { type Checking, whole } from "../check";
import { type Node, TEXT } from "../node";
import { problem } from "../problem";
import { type FieldType, listOf } from "../scope";
import type { Expr } from "../syntax";
import { coerce, joined } from "./literal";

export interface Agreed {
  readonly nodes: Node[];
  readonly type: FieldType;
}

/** A literal whose type its neighbours decide. */
export function isSoft(expr: Expr): boolean {
  if (expr.is === "list") return expr.items.length > 0 && expr.items.every(isSoft);
  return expr.is === "text";
}

/** Without `wanted`, those that are no soft literals decide; only soft ones among them are texts. */
export function agree(checking: Checking, exprs: readonly Expr[], wanted: FieldType | null): Agreed | null {
  if (wanted) {
    const nodes = whole(exprs.map((expr) => checking.expect(expr, wanted)));
    return nodes && { nodes, type: wanted };
  }
  const firm = exprs.map((expr) => ({ expr, soft: isSoft(expr), typed: isSoft(expr) ? null : checking.infer(expr) }));
  let shared: FieldType | null = null;
  for (const { expr, soft, typed } of firm) {
    if (soft) continue;
    if (!typed) return null;
    shared = shared ? share(checking, expr, shared, typed.type) : typed.type;
    if (!shared) return null;
  }
  const type = shared ?? softType(exprs[0]);
  const nodes = firm.map(({ expr, typed }) =>
    typed ? coerce(checking, expr.span, typed.node, typed.type, type) : checking.expect(expr, type),
  );
  const all = whole(nodes);
  return all && { nodes: all, type };
}

function share(checking: Checking, expr: Expr, before: FieldType, type: FieldType): FieldType | null {
  return joined(before, type) ?? checking.fail(problem(expr.span, "types_differ", before.kind, type.kind));
}

function softType(expr: Expr | undefined): FieldType {
  return expr?.is === "list" ? listOf(softType(expr.items[0])) : TEXT;
}
