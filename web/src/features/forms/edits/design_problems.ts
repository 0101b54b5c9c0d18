// The server's problems as rows of the problems panel: what is wrong, what it is called, where to look.

import type { TFunction } from "i18next";
import { sectionKey, sectionOf } from "@/model/edit/form_plan";
import { readingsOf, rulesBehind } from "@/model/edit/form_rules";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { DesignProblem } from "@/ui/designer/ProblemsPanel";
import { placeText } from "@/ui/problem_text";

/** `fields.total.formula` concerns the field `total` and its property `formula`. */
export function targetOf(place: string): { target: string; property?: string } {
  const [part, id = "", property] = place.split(".");
  const target = part === "sections" ? sectionKey(id) : part === "fields" ? id : "";
  return property ? { target, property } : { target };
}

/** Where a problem of the whole field is mended. */
const PROPERTY_OF: Partial<Record<string, string>> = { no_options: "options" };

/** Fields that read each other in a circle, by their labels, at the rule by which the first reads the second. */
export function atItsRule(form: FormDefinition, problem: Problem): Problem {
  const { path } = problem.data;
  if (problem.code !== "formula_cycle" || path === undefined) return problem;
  const circle = path.split(",");
  const [first = "", second = first] = circle;
  const labels = new Map(form.fields.map(({ id, label }) => [id, label]));
  const said = [...circle, first].map((id) => labels.get(id) || id).join(" → ");
  return {
    ...problem,
    place: readingRule(form, first, second) ?? problem.place,
    data: { ...problem.data, path: said },
  };
}

function readingRule(form: FormDefinition, reader: string, read: string): string | null {
  const rule = rulesBehind(form, readingsOf(form), reader).find(({ reads }) => reads.includes(read));
  const section = rule && sectionOf(rule.owner);
  return rule ? `${section ? `sections.${section}` : `fields.${reader}`}.${rule.property}` : null;
}

export function problemsOf(field: string, problems: readonly Problem[]): Problem[] {
  return problems.filter(({ place }) => targetOf(place).target === field);
}

export function designProblems(
  form: FormDefinition,
  problems: readonly Problem[],
  t: TFunction<["forms", "field"]>,
): DesignProblem[] {
  return problems.map((raw, at) => {
    const problem = atItsRule(form, raw);
    const { target, property = PROPERTY_OF[problem.code] } = targetOf(problem.place);
    const field = form.fields.find(({ id }) => id === target);
    const section = form.sections.find(({ id }) => sectionKey(id) === target);
    const kind = field && t(`field:${field.control.kind}.label`);
    const subject =
      field?.label || kind || section?.title || (target ? target.replace(/^section:/, "") : t("wholeForm"));
    return {
      id: `${at} ${problem.place} ${problem.code}`,
      severity: problem.severity,
      target,
      ...(property && { property }),
      subject,
      text: placeText(problem),
    };
  });
}
