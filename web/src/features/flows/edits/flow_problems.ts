// What the server says is wrong, as rows of the problems panel and marks on the canvas.

import { firstLine } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import type { Problem, Severity } from "@/model/problem";
import type { DesignProblem } from "@/ui/designer/ProblemsPanel";
import { placeText } from "@/ui/problem_text";

/** The step or line a place belongs to: `nodes.review.assign` is about `nodes.review`. */
export function targetOf({ place }: Problem): string {
  return place.split(".").slice(0, 2).join(".");
}

/** The rest of the place: `assign`. */
export function insideOf(problem: Problem): Problem {
  return { ...problem, place: problem.place.split(".").slice(2).join(".") };
}

export function marksOf(problems: readonly Problem[]): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const problem of problems) {
    const target = targetOf(problem);
    if (marks.get(target) !== "error") marks.set(target, problem.severity);
  }
  return marks;
}

/** What a place is called; the flow itself for what belongs to no step or line. */
function subjectOf(flow: FlowDefinition, target: string, { whole, blankNote, blankPhase }: ProblemWords): string {
  const [list, id] = target.split(".");
  const nameOf = (node: string) => flow.nodes.find((one) => one.id === node)?.name || node;
  if (list === "nodes" && id) return nameOf(id);
  const note = list === "notes" ? flow.notes?.find((one) => one.id === id) : undefined;
  if (note) return firstLine(note) || blankNote;
  const phase = list === "phases" ? flow.phases?.find((one) => one.id === id) : undefined;
  if (phase) return phase.name || blankPhase;
  const edge = list === "edges" ? flow.edges.find((one) => one.id === id) : undefined;
  return edge ? `${nameOf(edge.from)} → ${nameOf(edge.to)}` : whole;
}

/** Nothing is checked against a form that was never published. */
export const formFirst = (subject: string, text: string): DesignProblem => ({
  id: "form",
  severity: "warning",
  target: "",
  subject,
  text,
});

/** A condition that nobody has written yet is no formula with a mistake in it. */
export function isUnwritten(flow: FlowDefinition, problem: Problem): boolean {
  const edge = flow.edges.find(({ id }) => `edges.${id}` === targetOf(problem));
  return problem.code.startsWith("formula_") && edge?.condition !== undefined && edge.condition.trim() === "";
}

interface ProblemWords {
  /** What the flow itself is called. */
  whole: string;
  noCondition: string;
  /** A note that says nothing yet. */
  blankNote: string;
  blankPhase: string;
}

export function designProblems(
  flow: FlowDefinition,
  problems: readonly Problem[],
  words: ProblemWords,
): DesignProblem[] {
  return problems.map((problem, at) => {
    const target = targetOf(problem);
    const property = insideOf(problem).place;
    return {
      id: `${problem.place}.${problem.code}.${at}`,
      severity: problem.severity,
      target,
      ...(property && { property }),
      subject: subjectOf(flow, target, words),
      text: isUnwritten(flow, problem) ? words.noCondition : placeText(problem),
    };
  });
}
