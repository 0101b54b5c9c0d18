// Typing of function calls against the one table.

import type { Checking } from "../check";
import { argumentsMax, type Form, type FunctionRow } from "../function/row";
import { find } from "../function/table";
import { type Arm, BOOL, TEXT, type Typed, typed } from "../node";
import { problem } from "../problem";
import { type FieldType, itemOf } from "../scope";
import type { Expr } from "../syntax";
import { agree } from "./agree";
import { plainCall } from "./argument";
import { all, isComparable, isEquatable, isOrdered, member } from "./operator";

/** `wanted` reaches the branches of IF and its kin, so literals there become what the place needs. */
export function call(
  checking: Checking,
  expr: Expr,
  name: string,
  args: readonly Expr[],
  wanted: FieldType | null,
): Typed {
  const row = find(name);
  if (!row) return checking.fail(problem(expr.span, "function_unknown", name));
  if (!hasRightCount(checking, expr, row, args.length)) return null;
  return row.form ? form(checking, row.form, args, wanted) : plainCall(checking, row, args);
}

function hasRightCount(checking: Checking, expr: Expr, row: FunctionRow, given: number): boolean {
  const least = row.takes.length;
  const fixed = least + row.mayTake.length;
  // A condition of IFS without its result.
  const cut = given > fixed && row.repeats.length > 1 && (given - fixed) % row.repeats.length !== 0;
  const most = argumentsMax(row);
  if (given < least || cut) {
    checking.fail(problem(expr.span, "arguments_too_few", row.name, String(cut ? given + 1 : least)));
  } else if (most !== null && given > most) {
    checking.fail(problem(expr.span, "arguments_too_many", row.name, String(most)));
  } else {
    return true;
  }
  return false;
}

function form(checking: Checking, kind: Form, args: readonly Expr[], wanted: FieldType | null): Typed {
  const [first, second, third] = args;
  if (!first) return null;
  switch (kind) {
    case "if":
      return second ? choose(checking, [first], [second], third ?? null, wanted) : null;
    case "ifs": {
      const conditions = args.filter((_, index) => index % 2 === 0);
      return choose(
        checking,
        conditions,
        args.filter((_, index) => index % 2 === 1),
        null,
        wanted,
      );
    }
    case "switch":
      return switched(checking, first, args.slice(1), wanted);
    case "coalesce": {
      const agreed = agree(checking, args, wanted);
      return agreed && typed({ is: "first_of", items: agreed.nodes }, agreed.type);
    }
    case "and":
    case "or": {
      const items = all(checking, args);
      return items && typed({ is: kind === "and" ? "all" : "any_of", items }, BOOL);
    }
    case "between":
      return between(checking, first, args);
    case "in":
      return second ? member(checking, first, second) : null;
    case "contains":
      return second ? contains(checking, first, second) : null;
  }
}

function choose(
  checking: Checking,
  conditions: readonly Expr[],
  results: readonly Expr[],
  otherwise: Expr | null,
  wanted: FieldType | null,
): Typed {
  const asked = all(checking, conditions);
  const given = agree(checking, otherwise ? [...results, otherwise] : results, wanted);
  if (!asked || !given) return null;
  const last = otherwise ? (given.nodes.pop() ?? null) : null;
  return typed({ is: "choose", arms: paired(asked, given.nodes), otherwise: last }, given.type);
}

/** `SWITCH(subject, case, result, case, result, default)`. */
function switched(checking: Checking, subject: Expr, rest: readonly Expr[], wanted: FieldType | null): Typed {
  const pairs = Math.floor(rest.length / 2);
  const cases = rest.slice(0, 2 * pairs).filter((_, index) => index % 2 === 0);
  const results = rest.filter((_, index) => index % 2 === 1 || index === 2 * pairs);
  const compared = agree(checking, [subject, ...cases], null);
  const given = agree(checking, results, wanted);
  if (!compared || !given || !isComparable(checking, subject, compared.type, isEquatable)) return null;
  const [first, ...others] = compared.nodes;
  const otherwise = rest.length % 2 === 1 ? (given.nodes.pop() ?? null) : null;
  const arms = paired(others, given.nodes);
  return first ? typed({ is: "match", subject: first, arms, otherwise }, given.type) : null;
}

function paired(conditions: readonly Arm[0][], results: readonly Arm[1][]): Arm[] {
  return conditions.flatMap((condition, index): Arm[] => {
    const result = results[index];
    return result ? [[condition, result]] : [];
  });
}

/** Both ends included. */
function between(checking: Checking, at: Expr, args: readonly Expr[]): Typed {
  const agreed = agree(checking, args, null);
  if (!agreed || !isComparable(checking, at, agreed.type, isOrdered)) return null;
  const [subject, low, high] = agreed.nodes;
  return subject && low && high ? typed({ is: "within", subject, low, high }, BOOL) : null;
}

/** An item in a list, or a text in a text. */
function contains(checking: Checking, container: Expr, part: Expr): Typed {
  const found = checking.infer(container);
  if (!found) return null;
  const item = itemOf(found.type);
  if (item) {
    const one = checking.expect(part, item);
    return one && typed({ is: "member", item: one, list: found.node }, BOOL);
  }
  if (found.type.kind !== "text") return checking.mismatch(container, "text|list", found.type.kind);
  const text = checking.expect(part, TEXT);
  return text && typed({ is: "part", text: found.node, part: text }, BOOL);
}
