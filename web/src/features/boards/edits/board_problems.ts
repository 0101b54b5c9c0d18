// Everything that is wrong with a board: what we see while it is edited, and what the server refused.

import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { checkChart } from "@/tiles/settings/check";
import type { DesignProblem } from "@/ui/designer/ProblemsPanel";
import { placeText } from "@/ui/problem_text";
import type { BoardDoc } from "./change";

/** `tiles.bar.dimension` is of tile `bar` at `dimension`; everything else is the board's. */
export function targetOf(place: string): { tile: string | null; rest: string } {
  const [, tile = null, rest = ""] = /^tiles\.([a-z0-9_]+)(?:\.(.+))?$/.exec(place) ?? [];
  return tile === null ? { tile, rest: place } : { tile, rest };
}

/** By tile, with places relative to it; the board's own under the empty text. */
export type ProblemsByTile = ReadonlyMap<string, readonly Problem[]>;

const blank = (place: string): Problem => ({ place, code: "blank", severity: "error", data: {} });

const NONE: ReadonlySet<string> = new Set();

/** `lost`: forms that this person cannot have. */
export function problemsOf(
  doc: BoardDoc,
  forms: ReadonlyMap<string, FormDefinition>,
  refused: readonly Problem[],
  lost: ReadonlySet<string> = NONE,
): ProblemsByTile {
  const found = new Map<string, Problem[]>();
  const add = (tile: string, problem: Problem) => {
    const known = found.get(tile) ?? [];
    if (!known.some(({ place, code }) => place === problem.place && code === problem.code)) {
      found.set(tile, [...known, problem]);
    }
  };
  if (doc.name.trim() === "") add("", blank("name"));
  for (const { id, title, chart } of doc.definition.tiles) {
    if (title.trim() === "") add(id, blank("title"));
    if (lost.has(chart.form)) add(id, { place: "", code: "unknown_form", severity: "error", data: {} });
    const form = forms.get(chart.form);
    if (form) for (const problem of checkChart(chart, form)) add(id, problem);
  }
  for (const problem of viewerProblems(doc, forms)) add("", problem);
  const ids = new Set(doc.definition.tiles.map(({ id }) => id));
  for (const problem of refused) {
    const { tile, rest } = targetOf(problem.place);
    if (tile === null || ids.has(tile)) add(tile ?? "", { ...problem, place: rest });
  }
  return found;
}

/** Filters that reach no chart, because their field is gone or no chart of its form is left. */
function viewerProblems({ definition }: BoardDoc, forms: ReadonlyMap<string, FormDefinition>): Problem[] {
  return (definition.viewer_filters ?? []).flatMap(({ column, form }, at): Problem[] => {
    const known = forms.get(form ?? "");
    if (typeof column === "string" || !known) return [];
    const field = known.fields.find(({ id }) => id === column.field);
    const isCounted = definition.tiles.some(({ chart }) => chart.form === form);
    if (field && isCounted) return [];
    const code = isCounted ? "viewer_filter_gone" : "viewer_filter_idle";
    const data = { field: field?.label || column.field };
    return [{ place: `viewer_filters.${at}`, code, severity: "error", data }];
  });
}

export interface Subjects {
  board: string;
  unnamed: string;
}

/** For the problems panel. */
export function designProblems(doc: BoardDoc, byTile: ProblemsByTile, { board, unnamed }: Subjects): DesignProblem[] {
  const titles = new Map(doc.definition.tiles.map(({ id, title }) => [id, title]));
  return [...byTile].flatMap(([tile, problems]) =>
    problems.map((problem) => ({
      id: `${tile}.${problem.place}.${problem.code}`,
      severity: problem.severity,
      target: tile,
      property: problem.place || "form",
      subject: tile === "" ? board : titles.get(tile)?.trim() || unnamed,
      text: placeText(problem),
    })),
  );
}
