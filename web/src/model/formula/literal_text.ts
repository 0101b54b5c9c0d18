// Fixed values as formulas write them: what a person picked as a default, and back again.

import type { ScalarValue, Value } from "../value";
import { toText } from "./decimal";
import { parse } from "./parser";
import { itemKind, type Kind } from "./scope";
import type { Expr } from "./syntax";

export function quoted(text: string): string {
  return `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}

/** Text, decimal text, option, day, person: as it stands in a formula. `null`: it has no fixed form there. */
function writeOne(value: ScalarValue, kind: Kind): string | null {
  if (kind === "bool") return typeof value === "boolean" ? String(value).toUpperCase() : null;
  if (kind === "number") return typeof value === "string" ? value : null;
  return typeof value === "string" ? quoted(value) : null;
}

/** `null` for an empty value, and for one without a fixed form: files, instants. */
export function writeLiteral(value: Value, kind: Kind): string | null {
  if (value === null || value === "") return null;
  const item = itemKind(kind);
  if (!item) return Array.isArray(value) ? null : writeOne(value as ScalarValue, kind);
  const items = (Array.isArray(value) ? value : [value]).map((one: ScalarValue) => writeOne(one, item));
  const whole = items.filter((one) => one !== null);
  return whole.length === items.length && whole.length > 0 ? `[${whole.join(", ")}]` : null;
}

/** Text of a text, digits of a number with its sign. */
export function literalOf(expr: Expr): string | null {
  if (expr.is === "text") return expr.text;
  if (expr.is === "number") return toText(expr.number);
  if (expr.is === "negate" && expr.inner.is === "number") return `-${toText(expr.inner.number)}`;
  return null;
}

function readOne(expr: Expr, kind: Kind): ScalarValue | null {
  if (kind === "bool") return expr.is === "bool" ? expr.truth : null;
  const isNumber = expr.is === "number" || expr.is === "negate";
  return isNumber === (kind === "number") ? literalOf(expr) : null;
}

/** `undefined`: the formula is more than a fixed value. */
export function readLiteral(text: string, kind: Kind): Value | undefined {
  if (!text.trim()) return null;
  const parsed = parse(text);
  if (!parsed.ok) return undefined;
  const { expr } = parsed;
  const item = itemKind(kind);
  if (!item) return readOne(expr, kind) ?? undefined;
  if (expr.is !== "list") return undefined;
  const items = expr.items.map((one) => readOne(one, item));
  const whole = items.filter((one) => one !== null);
  return whole.length === items.length ? whole : undefined;
}
