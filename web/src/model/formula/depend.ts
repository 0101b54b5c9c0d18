// Which fields a formula reads, and the order in which computed fields are computed; the twin of src/formula/depend.rs.

import { children, type Expr } from "./syntax";

export type Ordered = { ok: true; order: string[] } | { ok: false; cycle: string[] };

export function fields(expr: Expr): Set<string> {
  const found = new Set<string>();
  const visit = (one: Expr) => {
    if (one.is === "field") found.add(one.field);
    children(one).forEach(visit);
  };
  visit(expr);
  return found;
}

/** Every computed field after those it reads; otherwise by id. A cycle's first follows its last again. */
export function order(formulas: ReadonlyMap<string, Expr>): Ordered {
  const left = new Map<string, string[]>();
  for (const id of [...formulas.keys()].sort()) {
    const expr = formulas.get(id);
    if (expr) left.set(id, [...fields(expr)].filter((field) => formulas.has(field)).sort());
  }
  const order: string[] = [];
  const isReady = (needed: readonly string[]) => needed.every((field) => !left.has(field));
  for (;;) {
    const next = [...left].find(([, needed]) => isReady(needed));
    if (!next) break;
    left.delete(next[0]);
    order.push(next[0]);
  }
  const [stuck] = left.keys();
  return stuck === undefined ? { ok: true, order } : { ok: false, cycle: cycle(stuck, left) };
}

/** Every field left needs another one left, so following the needs must come round. */
function cycle(from: string, left: ReadonlyMap<string, readonly string[]>): string[] {
  const path = [from];
  for (;;) {
    const next = left.get(path[path.length - 1] ?? from)?.find((field) => left.has(field)) ?? from;
    const start = path.indexOf(next);
    if (start >= 0) return path.slice(start);
    path.push(next);
  }
}
