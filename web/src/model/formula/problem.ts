// What can be wrong with a formula, as a code and the values its sentence needs; the twin of src/formula/problem.rs.

/** Half-open range of characters (code points) of the formula's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type FormulaCode =
  | "source_too_long"
  | "char_unexpected"
  | "text_unclosed"
  | "escape_unknown"
  | "number_too_long"
  | "expected_value"
  | "expected_symbol"
  | "unexpected"
  | "comparison_chained"
  | "too_deep"
  | "too_large"
  | "name_invalid"
  | "field_unknown"
  | "function_unknown"
  | "arguments_too_few"
  | "arguments_too_many"
  | "type_mismatch"
  | "types_differ"
  | "not_comparable"
  | "option_unknown"
  | "literal_invalid"
  | "word_unknown"
  | "comparison_with_empty"
  | "list_empty";

export interface FormulaProblem {
  readonly span: Span;
  readonly code: FormulaCode;
  readonly data: readonly string[];
}

export function problem(span: Span, code: FormulaCode, ...data: string[]): FormulaProblem {
  return { span, code, data };
}

/** From the first to the last. */
export function join(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}
