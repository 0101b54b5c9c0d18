// Tokens to a tree; the twin of src/formula/parser.rs. Stops at the first place where the grammar ends.

import { isSlug } from "../id";
import { lex } from "./lexer";
import { FORMULA_DEPTH_MAX, FORMULA_NODES_MAX } from "./limit";
import { type FormulaProblem, join, problem, type Span } from "./problem";
import { depth, type Expr, type ExprKind, type Operator } from "./syntax";
import type { Mark, Token } from "./token";

export type Parsed = { ok: true; expr: Expr } | { ok: false; problems: FormulaProblem[] };

export function parse(text: string): Parsed {
  const lexed = lex(text);
  if (!lexed.ok) return lexed;
  try {
    return { ok: true, expr: new Parser(lexed.tokens, Array.from(text).length).whole() };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, problems: [stop.problem] };
    throw stop;
  }
}

/** Ends the parse at its first problem. */
class Stop extends Error {
  readonly problem: FormulaProblem;

  constructor(found: FormulaProblem) {
    super(found.code);
    this.problem = found;
  }
}

/** How strongly operators bind, weakest first; NOT stands between AND and comparison. */
const NOT = 3;
const COMPARISON = 4;
const SIGN = 8;

const SYMBOL_OPERATORS: Partial<Record<Mark, readonly [Operator, number]>> = {
  "||": ["or", 1],
  "&&": ["and", 2],
  "=": ["=", COMPARISON],
  "<>": ["<>", COMPARISON],
  "<": ["<", COMPARISON],
  "<=": ["<=", COMPARISON],
  ">": [">", COMPARISON],
  ">=": [">=", COMPARISON],
  "&": ["&", 5],
  "+": ["+", 6],
  "-": ["-", 6],
  "*": ["*", 7],
  "/": ["/", 7],
  "%": ["%", 7],
  "^": ["^", 9],
};

interface Found {
  operator: Operator;
  power: number;
  /** Of how many tokens it is made. */
  words: number;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;
  /** Open calls of `#expression`; bounds the recursion before the tree exists. */
  #nested = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Expr {
    const expr = this.#expression(0);
    const extra = this.#tokens[this.#at];
    if (extra) throw new Stop(problem(extra.span, "unexpected"));
    if (depth(expr) > FORMULA_DEPTH_MAX) throw tooDeep(expr.span);
    return expr;
  }

  /** Reads operators that bind more strongly than `floor`. */
  #expression(floor: number): Expr {
    this.#nested += 1;
    if (this.#nested > FORMULA_DEPTH_MAX) throw tooDeep(this.#here());
    let left = this.#prefix();
    for (let found = this.#operator(); found && found.power > floor; found = this.#operator()) {
      const { operator, power, words } = found;
      this.#at += words;
      // Power is the one operator that groups from the right.
      const right = this.#expression(operator === "^" ? power - 1 : power);
      if (power === COMPARISON && this.#operator()?.power === COMPARISON) {
        throw new Stop(problem(this.#here(), "comparison_chained"));
      }
      left = this.#node(join(left.span, right.span), { is: "binary", operator, left, right });
    }
    this.#nested -= 1;
    return left;
  }

  #operator(): Found | null {
    const token = this.#tokens[this.#at];
    if (token?.is === "symbol") {
      const found = SYMBOL_OPERATORS[token.symbol];
      return found ? { operator: found[0], power: found[1], words: 1 } : null;
    }
    if (isWord(token, "or")) return { operator: "or", power: 1, words: 1 };
    if (isWord(token, "and")) return { operator: "and", power: 2, words: 1 };
    if (isWord(token, "in")) return { operator: "in", power: COMPARISON, words: 1 };
    const isNotIn = isWord(token, "not") && isWord(this.#tokens[this.#at + 1], "in");
    return isNotIn ? { operator: "not in", power: COMPARISON, words: 2 } : null;
  }

  #prefix(): Expr {
    const token = this.#tokens[this.#at];
    if (!token) throw new Stop(problem(this.#here(), "expected_value"));
    this.#at += 1;
    switch (token.is) {
      case "number":
        return this.#node(token.span, { is: "number", number: token.number });
      case "text":
        return this.#node(token.span, { is: "text", text: token.text });
      case "name":
        return this.#named(token.name, token.span);
      case "symbol":
        return this.#opened(token.symbol, token.span);
    }
  }

  #opened(symbol: Mark, span: Span): Expr {
    switch (symbol) {
      case "!":
        return this.#not(span);
      case "-": {
        const inner = this.#expression(SIGN);
        return this.#node(join(span, inner.span), { is: "negate", inner });
      }
      case "(": {
        const inner = this.#expression(0);
        return { ...inner, span: join(span, this.#close(")")) };
      }
      case "[": {
        const { items, last } = this.#items("]");
        return this.#node(join(span, last), { is: "list", items });
      }
      case "{":
        return this.#braced(span);
      default:
        throw new Stop(problem(span, "expected_value"));
    }
  }

  #named(name: string, span: Span): Expr {
    const word = name.toLowerCase();
    if (word === "not") return this.#not(span);
    if (this.#isNext("(")) {
      this.#at += 1;
      const { items, last } = this.#items(")");
      return this.#node(join(span, last), { is: "call", name: name.toUpperCase(), items });
    }
    if (word === "true" || word === "false") return this.#node(span, { is: "bool", truth: word === "true" });
    if (["and", "or", "in"].includes(word)) throw new Stop(problem(span, "expected_value"));
    return this.#field(name, span);
  }

  #not(span: Span): Expr {
    const inner = this.#expression(NOT);
    return this.#node(join(span, inner.span), { is: "not", inner });
  }

  /** `{and}`: a field whose code is also a word of the language. */
  #braced(span: Span): Expr {
    const token = this.#tokens[this.#at];
    if (token?.is !== "name") throw new Stop(problem(this.#here(), "expected_value"));
    this.#at += 1;
    return this.#field(token.name, join(span, this.#close("}")));
  }

  #field(name: string, span: Span): Expr {
    if (!isSlug(name)) throw new Stop(problem(span, "name_invalid", name));
    return this.#node(span, { is: "field", field: name });
  }

  #items(close: Mark): { items: Expr[]; last: Span } {
    const items: Expr[] = [];
    if (!this.#isNext(close)) {
      items.push(this.#expression(0));
      while (this.#isNext(",")) {
        this.#at += 1;
        items.push(this.#expression(0));
      }
    }
    return { items, last: this.#close(close) };
  }

  #close(symbol: Mark): Span {
    const span = this.#here();
    if (!this.#isNext(symbol)) throw new Stop(problem(span, "expected_symbol", symbol));
    this.#at += 1;
    return span;
  }

  #node(span: Span, kind: ExprKind): Expr {
    this.#nodes += 1;
    if (this.#nodes > FORMULA_NODES_MAX) throw new Stop(problem(span, "too_large", String(FORMULA_NODES_MAX)));
    return { ...kind, span };
  }

  #isNext(symbol: Mark): boolean {
    const token = this.#tokens[this.#at];
    return token?.is === "symbol" && token.symbol === symbol;
  }

  /** The next token's place, or the empty place at the end. */
  #here(): Span {
    return this.#tokens[this.#at]?.span ?? { start: this.#end, end: this.#end };
  }
}

function tooDeep(span: Span): Stop {
  return new Stop(problem(span, "too_deep", String(FORMULA_DEPTH_MAX)));
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.is === "name" && token.name.toLowerCase() === word;
}
