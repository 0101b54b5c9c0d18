// Runs a checked formula; the twin of src/formula/eval.rs. Total: every formula gives a value in bounded steps, and what has
// no result gives the empty value.

import type { Checked } from "./check";
import { instant, midnight } from "./civil";
import { bool, type Datum, EMPTY, order, same } from "./datum";
import * as decimal from "./decimal";
import type { Env } from "./env";
import type { FunctionRow } from "./function/row";
import { FORMULA_LIST_MAX, FORMULA_STEPS_MAX, FORMULA_TEXT_CHARS_MAX } from "./limit";
import { plusDays } from "./moment";
import type { Arm, Calculation, Comparison, Node } from "./node";
import type { Options } from "./scope";
import { show } from "./show";

export type Warning =
  | "division_by_zero"
  | "number_out_of_range"
  | "date_out_of_range"
  | "text_too_long"
  | "list_too_long"
  | "steps_exceeded";

/** What an evaluation read, and why parts of it came out empty. */
export interface Trace {
  readonly value: Datum;
  /** Each field once, in the order first read. */
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly warnings: readonly Warning[];
}

export function evaluate(checked: Checked, env: Env): Datum {
  return evaluateTraced(checked, env).value;
}

/** Whether a condition holds; empty counts as no. */
export function holds(checked: Checked, env: Env): boolean {
  return isTrue(evaluate(checked, env));
}

export function evaluateTraced({ root }: Checked, env: Env): Trace {
  const run = new Run(env);
  const found = run.value(root);
  const value = run.isExhausted ? run.warn("steps_exceeded") : found;
  return { value, inputs: run.inputs, warnings: run.warnings };
}

export function isTrue(datum: Datum): boolean {
  return datum.is === "bool" && datum.truth;
}

/** One evaluation under way. */
export class Run {
  readonly env: Env;
  readonly inputs = new Map<string, Datum>();
  readonly warnings: Warning[] = [];
  isExhausted = false;
  #stepsLeft = FORMULA_STEPS_MAX;

  constructor(env: Env) {
    this.env = env;
  }

  /** Notes why, once per kind, and gives the empty value. */
  warn(warning: Warning): Datum {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
    return EMPTY;
  }

  /** False when the budget is used up; then the result no longer matters. */
  spend(steps: number): boolean {
    if (steps > this.#stepsLeft) this.isExhausted = true;
    this.#stepsLeft = Math.max(0, this.#stepsLeft - steps);
    return !this.isExhausted;
  }

  text(text: string): Datum {
    if (text === "") return EMPTY;
    const isLong = text.length > FORMULA_TEXT_CHARS_MAX && Array.from(text).length > FORMULA_TEXT_CHARS_MAX;
    return isLong ? this.warn("text_too_long") : { is: "text", text };
  }

  /** A list holds no empties; without items it is the empty value. */
  list(all: readonly Datum[]): Datum {
    const items = all.filter(({ is }) => is !== "empty");
    if (items.length > FORMULA_LIST_MAX) return this.warn("list_too_long");
    return !this.spend(items.length) || items.length === 0 ? EMPTY : { is: "list", items };
  }

  number(number: decimal.Decimal | null): Datum {
    return number ? { is: "number", number } : this.warn("number_out_of_range");
  }

  date(day: number | null): Datum {
    return day === null ? this.warn("date_out_of_range") : { is: "date", day };
  }

  value(node: Node): Datum {
    if (!this.spend(1)) return EMPTY;
    switch (node.is) {
      case "literal":
        return node.datum;
      case "field":
        return this.#field(node.field);
      case "list":
        return this.list(node.items.map((item) => this.value(item)));
      case "call":
        return this.#call(node.row, node.items);
      case "choose":
        return this.#choose(node.arms, node.otherwise);
      case "match":
        return this.#match(this.value(node.subject), node.arms, node.otherwise);
      case "first_of":
        return this.#firstOf(node.items);
      case "all":
        return bool(node.items.every((item) => isTrue(this.value(item))));
      case "any_of":
        return bool(node.items.some((item) => isTrue(this.value(item))));
      case "not":
        return bool(!isTrue(this.value(node.inner)));
      case "compare":
        return bool(compare(node.comparison, this.value(node.left), this.value(node.right)));
      case "within": {
        const [subject, low, high] = [this.value(node.subject), this.value(node.low), this.value(node.high)];
        return bool((order(subject, low) ?? -1) >= 0 && (order(subject, high) ?? 1) <= 0);
      }
      case "member":
        return this.#member(this.value(node.item), this.value(node.list));
      case "part": {
        const [text, part] = [this.value(node.text), this.value(node.part)];
        return bool(text.is === "text" && part.is === "text" && text.text.includes(part.text));
      }
      case "calculate":
        return this.#calculate(node.calculation, this.value(node.left), this.value(node.right));
      case "negate": {
        const inner = this.value(node.inner);
        return inner.is === "number" ? { is: "number", number: decimal.negate(inner.number) } : EMPTY;
      }
      case "concat":
        return this.#concat(node.items);
      case "shown":
        return this.#shown(this.value(node.inner), node.options, node.each);
      case "local":
        return { is: "date_time", at: instant(node.local, this.env.zone) };
      case "instant": {
        const inner = this.value(node.inner);
        return inner.is === "date" ? { is: "date_time", at: instant(midnight(inner.day), this.env.zone) } : inner;
      }
    }
  }

  arithmetic(calculation: Calculation, left: decimal.Decimal, right: decimal.Decimal): Datum {
    if (right.coefficient === 0n && (calculation === "/" || calculation === "%")) return this.warn("division_by_zero");
    return this.number(CALCULATE[calculation](left, right));
  }

  #field(field: string): Datum {
    const value = this.env.fields(field);
    if (!this.inputs.has(field)) this.inputs.set(field, value);
    if (value.is === "list") this.spend(value.items.length);
    return value;
  }

  #call(row: FunctionRow, nodes: readonly Node[]): Datum {
    const args = nodes.map((node) => this.value(node));
    const items = args.reduce((count, arg) => count + (arg.is === "list" ? arg.items.length : 0), 0);
    if (!this.spend(items)) return EMPTY;
    if (row.strict && args.some(({ is }) => is === "empty")) return row.gives === "bool" ? bool(false) : EMPTY;
    return row.evaluate(args, this);
  }

  #choose(arms: readonly Arm[], otherwise: Node | null): Datum {
    const found = arms.find(([condition]) => isTrue(this.value(condition)))?.[1] ?? otherwise;
    return found ? this.value(found) : EMPTY;
  }

  #match(subject: Datum, arms: readonly Arm[], otherwise: Node | null): Datum {
    const fits = (found: Datum) => subject.is !== "empty" && same(found, subject);
    const result = arms.find(([one]) => fits(this.value(one)))?.[1] ?? otherwise;
    return result ? this.value(result) : EMPTY;
  }

  #firstOf(items: readonly Node[]): Datum {
    for (const item of items) {
      const value = this.value(item);
      if (value.is !== "empty") return value;
    }
    return EMPTY;
  }

  #member(item: Datum, list: Datum): Datum {
    if (list.is !== "list" || !this.spend(list.items.length)) return bool(false);
    return bool(list.items.some((one) => same(one, item)));
  }

  #calculate(calculation: Calculation, left: Datum, right: Datum): Datum {
    if (left.is === "number" && right.is === "number") return this.arithmetic(calculation, left.number, right.number);
    if (left.is === "date" && right.is === "number") {
      const days = decimal.whole(calculation === "-" ? decimal.negate(right.number) : right.number);
      return this.date(days === null ? null : plusDays(left.day, days));
    }
    if (left.is === "date" && right.is === "date") {
      return { is: "number", number: decimal.fromInteger(left.day - right.day) };
    }
    return EMPTY;
  }

  #concat(items: readonly Node[]): Datum {
    let joined = "";
    for (const item of items) {
      const part = this.value(item);
      if (part.is === "text") joined += part.text;
    }
    return this.text(joined);
  }

  #shown(value: Datum, options: Options, each: boolean): Datum {
    if (value.is === "empty") return EMPTY;
    const text = (one: Datum): Datum => ({ is: "text", text: show(one, options, this.env) });
    if (value.is === "list" && each) return this.list(value.items.map(text));
    return this.text(show(value, options, this.env));
  }
}

const CALCULATE: Record<Calculation, (left: decimal.Decimal, right: decimal.Decimal) => decimal.Decimal | null> = {
  "+": decimal.add,
  "-": decimal.subtract,
  "*": decimal.multiply,
  "/": decimal.divide,
  "%": decimal.remainder,
  "^": decimal.power,
};

/** With an empty side only "is not" holds. */
function compare(comparison: Comparison, left: Datum, right: Datum): boolean {
  if (left.is === "empty" || right.is === "empty") return comparison === "<>";
  if (comparison === "=" || comparison === "<>") return same(left, right) === (comparison === "=");
  const ordered = order(left, right);
  if (ordered === null) return false;
  return { "<": ordered < 0, "<=": ordered <= 0, ">": ordered > 0, ">=": ordered >= 0 }[comparison];
}
