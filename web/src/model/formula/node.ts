// What a checked formula consists of: every name resolved, every literal converted, every conversion written out.

import type { Datum } from "./datum";
import type { FunctionRow } from "./function/row";
import { type FieldType, type Options, plain } from "./scope";

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type Calculation = "+" | "-" | "*" | "/" | "%" | "^";

/** A condition or a case, and the result it leads to. */
export type Arm = readonly [Node, Node];

export type Node =
  | { is: "literal"; datum: Datum }
  | { is: "field"; field: string }
  | { is: "list"; items: readonly Node[] }
  | { is: "call"; row: FunctionRow; items: readonly Node[] }
  /** The result of the first condition that holds, else the last. */
  | { is: "choose"; arms: readonly Arm[]; otherwise: Node | null }
  /** The result of the first case that equals the subject, else the last. */
  | { is: "match"; subject: Node; arms: readonly Arm[]; otherwise: Node | null }
  | { is: "first_of"; items: readonly Node[] }
  | { is: "all"; items: readonly Node[] }
  | { is: "any_of"; items: readonly Node[] }
  | { is: "not"; inner: Node }
  | { is: "compare"; comparison: Comparison; left: Node; right: Node }
  /** A subject from low to high, both included. */
  | { is: "within"; subject: Node; low: Node; high: Node }
  /** An item in a list. */
  | { is: "member"; item: Node; list: Node }
  /** A text that contains a text. */
  | { is: "part"; text: Node; part: Node }
  | { is: "calculate"; calculation: Calculation; left: Node; right: Node }
  | { is: "negate"; inner: Node }
  /** Of texts. */
  | { is: "concat"; items: readonly Node[] }
  /** As people read it; `each`: item by item. */
  | { is: "shown"; options: Options; inner: Node; each: boolean }
  /** A literal date and time on the clocks of the environment's zone. */
  | { is: "local"; local: number }
  /** A date as the instant it begins. */
  | { is: "instant"; inner: Node };

export const TEXT: FieldType = plain("text");
export const NUMBER: FieldType = plain("number");
export const BOOL: FieldType = plain("bool");

/** A node and its type; null once a problem has been noted. */
export type Typed = { readonly node: Node; readonly type: FieldType } | null;

export function typed(node: Node, type: FieldType): Typed {
  return { node, type };
}
