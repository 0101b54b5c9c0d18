// Bad data and unsound drawings, as the server and our own checks say it: a place, a code, and what the sentence needs.

export type Severity = "error" | "warning";

export interface Problem {
  /** A field id, or a path into a document: `amount`, `edges.e3`, `nodes.review.assign`, `fields.total.formula`. */
  place: string;
  /** snake_case; the sentence is `problem:place.<code>`. */
  code: string;
  severity: Severity;
  data: Record<string, string>;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
