// The server's problems as rows of the problems panel: what is wrong, what it is called, where to look.

import type { TFunction } from "i18next";
import { sectionKey } from "@/model/edit/form_plan";
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

export function problemsOf(field: string, problems: readonly Problem[]): Problem[] {
  return problems.filter(({ place }) => targetOf(place).target === field);
}

export function designProblems(
  form: FormDefinition,
  problems: readonly Problem[],
  t: TFunction<["forms", "field"]>,
): DesignProblem[] {
  return problems.map((problem, at) => {
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
