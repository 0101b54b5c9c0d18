// What a board needs besides its tiles' numbers: the forms' words, and how old the oldest number is.

import { useQueries } from "@tanstack/react-query";
import { tileQuery } from "@/api/boards";
import { definitionQuery } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import type { FormDefinition } from "@/model/form";
import type { Asked } from "./board_look";

/** By form; those on their way, or not for this person, are missing. */
export function useForms(forms: readonly string[]): ReadonlyMap<string, FormDefinition> {
  return useQueries({
    queries: forms.map((form) => definitionQuery("form", form)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }, at) =>
          data ? [[forms[at] ?? "", data.definition] as [string, FormDefinition]] : [],
        ),
      ),
  });
}

/** Forms that are gone, or that this person may not know: nothing can be said about the tiles that count them. */
export function useLostForms(forms: readonly string[]): ReadonlySet<string> {
  return useQueries({
    queries: forms.map((form) => definitionQuery("form", form)),
    combine: (answers) => new Set(answers.flatMap(({ error }, at) => (isRefused(error) ? (forms[at] ?? []) : []))),
  });
}

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && [403, 404].includes(error.status);

export interface Freshness {
  /** Of the oldest tile, milliseconds since the epoch; `null` before the first answer. */
  asOf: number | null;
  isRenewing: boolean;
}

export function useFreshness(asked: readonly Asked[]): Freshness {
  return useQueries({
    queries: asked.map(({ chart, filters }) => tileQuery(chart, filters)),
    combine: (answers) => {
      const times = answers.flatMap(({ data }) => (data ? [data.as_of] : []));
      return {
        asOf: times.length > 0 ? Math.min(...times) : null,
        isRenewing: answers.some(({ isFetching }) => isFetching),
      };
    },
  });
}
