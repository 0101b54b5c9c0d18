// The checker's problems as underlines.

import { type Diagnostic, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { scopeOf } from "@/model/fill/scope";
import type { FormDefinition } from "@/model/form";
import { compile } from "@/model/formula/check";
import type { FormulaProblem } from "@/model/formula/problem";
import type { FieldType } from "@/model/formula/scope";
import { formulaProblemText } from "./formula_problem";
import { labelsOf } from "./verdict";

const LINT_MS = 250;

/** `place` tells the form and the wanted type as they are now. */
export function linting(place: () => { form: FormDefinition; wanted: FieldType | null }): Extension {
  const source = ({ state }: EditorView): Diagnostic[] => {
    const text = state.doc.toString();
    if (!text.trim()) return [];
    const { form, wanted } = place();
    const compiled = compile(text, scopeOf(form), wanted);
    return compiled.ok ? [] : compiled.problems.map((problem) => diagnostic(problem, text, form));
  };
  return linter(source, { delay: LINT_MS });
}

/** Spans count characters; the editor counts UTF-16 units. A span without width marks the character before it. */
function diagnostic(problem: FormulaProblem, text: string, form: FormDefinition): Diagnostic {
  const chars = Array.from(text);
  const unitsTo = (end: number) => chars.slice(0, end).join("").length;
  const to = unitsTo(problem.span.end);
  const from = Math.min(unitsTo(problem.span.start), Math.max(to - 1, 0));
  return { from, to, severity: "error", message: formulaProblemText(problem, labelsOf(form)) };
}
