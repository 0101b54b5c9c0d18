// Text to tokens; the twin of src/formula/lexer.rs. Reports every place where no token starts, not only the first.

import { parseDecimal } from "./decimal";
import { FORMULA_CHARS_MAX } from "./limit";
import { type FormulaProblem, problem, type Span } from "./problem";
import { SYMBOLS, type Token } from "./token";

const NUMBER_DIGITS_MAX = 28;
/** Unicode White_Space. */
const BLANK = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const DIGIT = /^[0-9]$/;
const NAME_START = /^[A-Za-z_]$/;
const NAME_PART = /^[A-Za-z0-9_]$/;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\", '"': '"', "'": "'", "”": "”" };

export type Lexed = { ok: true; tokens: Token[] } | { ok: false; problems: FormulaProblem[] };

export function lex(text: string): Lexed {
  const chars = Array.from(text);
  if (chars.length > FORMULA_CHARS_MAX) {
    const span = { start: 0, end: chars.length };
    return { ok: false, problems: [problem(span, "source_too_long", String(FORMULA_CHARS_MAX))] };
  }
  const lexer = new Lexer(chars);
  const tokens: Token[] = [];
  while (lexer.at < chars.length) {
    const token = lexer.next();
    if (token) tokens.push(token);
  }
  return lexer.problems.length === 0 ? { ok: true, tokens } : { ok: false, problems: lexer.problems };
}

class Lexer {
  at = 0;
  readonly problems: FormulaProblem[] = [];
  readonly #chars: readonly string[];

  constructor(chars: readonly string[]) {
    this.#chars = chars;
  }

  next(): Token | null {
    const start = this.at;
    const first = this.#peek(0);
    if (BLANK.test(first)) {
      this.at += 1;
      return null;
    }
    if (DIGIT.test(first)) return this.#number(start);
    if (NAME_START.test(first)) {
      this.#skip(NAME_PART);
      return { is: "name", name: this.#slice(start), span: this.#span(start) };
    }
    if (first === '"' || first === "'") return this.#text(start, first);
    if (first === "“" || first === "”") return this.#text(start, "”");
    return this.#symbol(start);
  }

  #number(start: number): Token | null {
    this.#skip(DIGIT);
    if (this.#peek(0) === "." && DIGIT.test(this.#peek(1))) {
      this.at += 1;
      this.#skip(DIGIT);
    }
    const digits = this.#slice(start);
    const number = digits.replace(".", "").length > NUMBER_DIGITS_MAX ? null : parseDecimal(digits);
    if (!number) {
      this.problems.push(problem(this.#span(start), "number_too_long", String(NUMBER_DIGITS_MAX)));
      return null;
    }
    return { is: "number", number, span: this.#span(start) };
  }

  #text(start: number, close: string): Token | null {
    let text = "";
    this.at += 1;
    while (this.at < this.#chars.length) {
      const char = this.#peek(0);
      this.at += 1;
      if (char === close) return { is: "text", text, span: this.#span(start) };
      text += char === "\\" ? this.#escaped() : char;
    }
    this.problems.push(problem(this.#span(start), "text_unclosed"));
    return null;
  }

  #escaped(): string {
    const backslash = this.at - 1;
    const char = this.#peek(0) || "\\";
    this.at = Math.min(this.at + 1, this.#chars.length);
    const meant = ESCAPES[char];
    if (meant === undefined) this.problems.push(problem(this.#span(backslash), "escape_unknown", char));
    return meant ?? char;
  }

  #symbol(start: number): Token | null {
    const two = this.#peek(0) + this.#peek(1);
    const found = SYMBOLS.find(([spelling]) => two.startsWith(spelling));
    this.at += found ? found[0].length : 1;
    const span = this.#span(start);
    if (found) return { is: "symbol", symbol: found[1], span };
    this.problems.push(problem(span, "char_unexpected", this.#slice(start)));
    return null;
  }

  /** Empty past the end. */
  #peek(ahead: number): string {
    return this.#chars[this.at + ahead] ?? "";
  }

  #skip(accept: RegExp): void {
    while (accept.test(this.#peek(0))) this.at += 1;
  }

  #slice(start: number): string {
    return this.#chars.slice(start, this.at).join("");
  }

  #span(start: number): Span {
    return { start, end: this.at };
  }
}
