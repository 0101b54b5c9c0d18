// The one line under a formula: what is wrong with it, or what it gives.

import { i18n } from "@/i18n/i18n";
import { scopeOf } from "@/model/fill/scope";
import type { FormDefinition } from "@/model/form";
import { compile } from "@/model/formula/check";
import type { FieldType } from "@/model/formula/scope";
import { formulaProblemText, typeText } from "./formula_problem";

export interface Verdict {
  isOk: boolean;
  text: string;
}

export const labelsOf = (form: FormDefinition) => {
  const labels = new Map(form.fields.map(({ id, label }) => [id, label]));
  return (id: string) => labels.get(id) ?? id;
};

/** The first problem in words, or the type the formula gives. */
export function verdictOf(text: string, form: FormDefinition, wanted: FieldType | null): Verdict {
  const compiled = compile(text, scopeOf(form), wanted);
  if (compiled.ok) {
    return { isOk: true, text: i18n.t("formula:gives", { type: typeText(compiled.checked.result.kind) }) };
  }
  const first = compiled.problems[0];
  return { isOk: false, text: first ? formulaProblemText(first, labelsOf(form)) : "" };
}
