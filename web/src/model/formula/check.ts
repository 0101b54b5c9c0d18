// Typing; the twin of src/formula/check. Refuses unknown fields, options and functions, and types that do not go together;
// every problem at once. Literals take the type of their neighbour: `urgency = "high"` compares with the option `high`.

import { agree } from "./check/agree";
import { call } from "./check/call";
import { coerce, literal, textLiteral } from "./check/literal";
import { binary } from "./check/operator";
import { bool } from "./datum";
import { BOOL, type Node, NUMBER, TEXT, type Typed, typed } from "./node";
import { parse } from "./parser";
import { type FormulaProblem, problem } from "./problem";
import { type FieldType, itemOf, listOf, type Scope } from "./scope";
import type { Expr } from "./syntax";

/** A formula that can run: typed, with its names resolved. */
export interface Checked {
  readonly root: Node;
  readonly result: FieldType;
}

export type Compiled = { ok: true; checked: Checked } | { ok: false; problems: readonly FormulaProblem[] };

/** Every problem of the text: those of the grammar, or else those of types and names. */
export function compile(text: string, scope: Scope, expected: FieldType | null): Compiled {
  const parsed = parse(text);
  return parsed.ok ? check(parsed.expr, scope, expected) : parsed;
}

/** `expected`: the type a place needs; a literal text may then become an option, a date, a person. */
export function check(expr: Expr, scope: Scope, expected: FieldType | null): Compiled {
  const checking = new Checking(scope);
  const found = expected ? checking.expectTyped(expr, expected) : checking.infer(expr);
  if (!found || checking.problems.length > 0) return { ok: false, problems: checking.problems };
  return { ok: true, checked: { root: found.node, result: found.type } };
}

/** One check under way. */
export class Checking {
  readonly scope: Scope;
  readonly problems: FormulaProblem[] = [];

  constructor(scope: Scope) {
    this.scope = scope;
  }

  infer(expr: Expr): Typed {
    switch (expr.is) {
      case "number":
        return typed({ is: "literal", datum: { is: "number", number: expr.number } }, NUMBER);
      case "text":
        return typed(textLiteral(expr.text), TEXT);
      case "bool":
        return typed({ is: "literal", datum: bool(expr.truth) }, BOOL);
      case "field": {
        const type = this.scope.get(expr.field);
        if (!type) return this.fail(problem(expr.span, "field_unknown", expr.field));
        return typed({ is: "field", field: expr.field }, type);
      }
      case "list":
        return this.#list(expr, expr.items, null);
      case "not": {
        const inner = this.expect(expr.inner, BOOL);
        return inner && typed({ is: "not", inner }, BOOL);
      }
      case "negate": {
        const inner = this.expect(expr.inner, NUMBER);
        return inner && typed({ is: "negate", inner }, NUMBER);
      }
      case "binary":
        return binary(this, expr, expr.operator, expr.left, expr.right);
      case "call":
        return call(this, expr, expr.name, expr.items, null);
    }
  }

  /** Types `expr` where `wanted` belongs. */
  expect(expr: Expr, wanted: FieldType): Node | null {
    if (expr.is === "text") return literal(this, expr.span, expr.text, wanted);
    const item = itemOf(wanted);
    if (expr.is === "list" && item) return this.#list(expr, expr.items, item)?.node ?? null;
    const found = expr.is === "call" ? call(this, expr, expr.name, expr.items, wanted) : this.infer(expr);
    return found && coerce(this, expr.span, found.node, found.type, wanted);
  }

  expectTyped(expr: Expr, wanted: FieldType): Typed {
    const node = this.expect(expr, wanted);
    return node && typed(node, wanted);
  }

  fail(found: FormulaProblem): null {
    this.problems.push(found);
    return null;
  }

  mismatch(expr: Pick<Expr, "span">, wanted: string, found: string): null {
    return this.fail(problem(expr.span, "type_mismatch", wanted, found));
  }

  #list(expr: Expr, items: readonly Expr[], item: FieldType | null): Typed {
    if (items.length === 0) return this.fail(problem(expr.span, "list_empty"));
    const agreed = agree(this, items, item);
    return agreed && typed({ is: "list", items: agreed.nodes }, listOf(agreed.type));
  }
}

/** All of them, or null if one has a problem. */
export function whole<T>(parts: readonly (T | null)[]): T[] | null {
  const found = parts.filter((part) => part !== null);
  return found.length === parts.length ? found : null;
}
