// The problems of a refusal, each under the control it is about.

import { ApiProblem } from "@/api/problem";
import { placeText } from "./problem_text";

/** The sentence for a place, or for any place below it. */
export type ProblemAt = (place: string) => string | undefined;

export function problemAt(error: unknown): ProblemAt {
  const problems = error instanceof ApiProblem ? error.problems : [];
  return (place) => {
    const found = problems.find((problem) => problem.place === place || problem.place.startsWith(`${place}.`));
    return found && placeText(found);
  };
}

/** Whether every problem of it is shown under one of these places; otherwise somebody has to say it aloud. */
export function isSaidAt(error: unknown, places: readonly string[]): boolean {
  if (!(error instanceof ApiProblem) || error.problems.length === 0) return false;
  const isShown = (at: string) => places.some((place) => at === place || at.startsWith(`${place}.`));
  return error.problems.every(({ place }) => isShown(place));
}
