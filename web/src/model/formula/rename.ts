// A formula that moves to where its fields have other ids.

import { parse } from "./parser";
import { children, type Expr } from "./syntax";

type FieldExpr = Extract<Expr, { is: "field" }>;

function readIn(expr: Expr): FieldExpr[] {
  return expr.is === "field" ? [expr] : children(expr).flatMap(readIn);
}

/** Everything else of the text stays as somebody wrote it; what cannot be read is left alone. */
export function renamed(text: string, ids: ReadonlyMap<string, string>): string {
  const parsed = parse(text);
  if (!parsed.ok) return text;
  // Spans count characters, not the units of a string.
  const chars = [...text];
  const last = readIn(parsed.expr).sort((a, b) => b.span.start - a.span.start);
  for (const { field, span } of last) {
    const id = ids.get(field);
    if (id) chars.splice(span.start, span.end - span.start, id);
  }
  return chars.join("");
}
