// The words of a formula. Meaning comes later: `and` may be an operator or the name of a function.

import type { Decimal } from "./decimal";
import type { Span } from "./problem";

export type Token =
  | { is: "number"; number: Decimal; span: Span }
  | { is: "text"; text: string; span: Span }
  | { is: "name"; name: string; span: Span }
  | { is: "symbol"; symbol: Mark; span: Span };

export type Mark =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "&"
  | "&&"
  | "||"
  | "!"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "("
  | ")"
  | "["
  | "]"
  | "{"
  | "}"
  | ",";

/** Longer spellings first, so that the first match is the longest. */
export const SYMBOLS: readonly (readonly [spelling: string, symbol: Mark])[] = [
  ["&&", "&&"],
  ["||", "||"],
  ["!=", "<>"],
  ["<>", "<>"],
  ["<=", "<="],
  [">=", ">="],
  ["==", "="],
  ["+", "+"],
  ["-", "-"],
  ["*", "*"],
  ["/", "/"],
  ["%", "%"],
  ["^", "^"],
  ["&", "&"],
  ["!", "!"],
  ["=", "="],
  ["<", "<"],
  [">", ">"],
  ["(", "("],
  [")", ")"],
  ["[", "["],
  ["]", "]"],
  ["{", "{"],
  ["}", "}"],
  [",", ","],
  ["，", ","],
  ["（", "("],
  ["）", ")"],
];
