// One row of the table of functions; the twin of src/formula/function/mod.rs.

import type { Datum } from "../datum";
import type { Run } from "../eval";
import type { Kind } from "../scope";

/** What an argument may be, or what a result is. `item` stands for one and the same type in the whole row. */
export type Shape =
  | "text"
  | "number"
  | "bool"
  | "date"
  | "date_time"
  | "user"
  | "department"
  /** A date or an instant; as a result, of the type of the first such argument. */
  | "moment"
  | "any"
  | "item"
  | "items"
  /** One or many of a type that has an order. */
  | "ordered_items"
  /** One or many numbers. */
  | "numbers"
  | "texts"
  | "bools"
  /** Anything, as people read it. */
  | "shown"
  /** Many of anything, each as people read it. */
  | "shown_items"
  /** One of these words, written as a literal. */
  | { readonly words: readonly string[] };

/** Functions typed and run by name: they do not evaluate all their arguments, or take two kinds of them. */
export type Form = "if" | "ifs" | "switch" | "coalesce" | "and" | "or" | "between" | "in" | "contains";

/** Arguments come typed as the row says, one per written argument. */
export type Evaluate = (args: readonly Datum[], run: Run) => Datum;

export interface FunctionRow {
  /** In capitals. */
  readonly name: string;
  /** Arguments that must be there, then those that may follow in order, then a group that may repeat. */
  readonly takes: readonly Shape[];
  readonly mayTake: readonly Shape[];
  readonly repeats: readonly Shape[];
  readonly gives: Shape;
  readonly form: Form | null;
  /** An empty argument gives the empty value, or FALSE where the row gives a bool. */
  readonly strict: boolean;
  readonly evaluate: Evaluate;
}

interface More {
  readonly mayTake?: readonly Shape[];
  readonly repeats?: readonly Shape[];
}

const NO_MORE = { mayTake: [], repeats: [], form: null } as const;

export function strict(
  name: string,
  takes: readonly Shape[],
  gives: Shape,
  evaluate: Evaluate,
  more: More = {},
): FunctionRow {
  return { ...NO_MORE, name, takes, gives, strict: true, evaluate, ...more };
}

/** Sees empty arguments. */
export function open(
  name: string,
  takes: readonly Shape[],
  gives: Shape,
  evaluate: Evaluate,
  more: More = {},
): FunctionRow {
  return { ...NO_MORE, name, takes, gives, strict: false, evaluate, ...more };
}

export function form(name: string, takes: readonly Shape[], gives: Shape, kind: Form, more: More = {}): FunctionRow {
  const evaluate = () => ({ is: "empty" }) as const;
  return { ...NO_MORE, name, takes, gives, strict: false, evaluate, ...more, form: kind };
}

/** Null without an upper end. */
export function argumentsMax({ takes, mayTake, repeats }: FunctionRow): number | null {
  return repeats.length === 0 ? takes.length + mayTake.length : null;
}

/** The shape of the argument at `index` (from 0); null past the last. */
export function shapeAt({ takes, mayTake, repeats }: FunctionRow, index: number): Shape | null {
  const fixed = takes.length + mayTake.length;
  if (index < fixed) return [...takes, ...mayTake][index] ?? null;
  return repeats[(index - fixed) % Math.max(1, repeats.length)] ?? null;
}

/** `ROUND(number, [number]) -> number`. */
export function signature({ name, takes, mayTake, repeats, gives }: FunctionRow): string {
  const optional = mayTake.map((shape) => `[${shapeName(shape)}]`);
  const repeated = repeats.map((shape) => `${shapeName(shape)}...`);
  const args = [...takes.map(shapeName), ...optional, ...repeated];
  return `${name}(${args.join(", ")}) -> ${shapeName(gives)}`;
}

/** The one type a shape stands for; null where several will do. */
export function kindOf(shape: Shape): Kind | null {
  if (typeof shape === "object") return "text";
  switch (shape) {
    case "text":
    case "number":
    case "bool":
    case "date":
    case "date_time":
    case "user":
    case "department":
      return shape;
    case "shown":
      return "text";
    case "texts":
    case "shown_items":
      return "list<text>";
    case "bools":
      return "list<bool>";
    default:
      return null;
  }
}

const OPEN_NAMES: Partial<Record<string, string>> = {
  moment: "date|date_time",
  items: "list<item>",
  ordered_items: "item|list<item>",
  numbers: "number|list<number>",
  texts: "list<text>",
  bools: "list<bool>",
  shown_items: "list<shown>",
};

function shapeName(shape: Shape): string {
  return typeof shape === "object" ? shape.words.join("|") : (OPEN_NAMES[shape] ?? shape);
}
