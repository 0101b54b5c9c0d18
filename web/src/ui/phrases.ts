// A person's own phrases: shown as chosen at once, and as before when the server says no.

import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { keepPhrase, movePhrase, noteChoice, removePhrase, sessionQuery } from "@/api/session";
import { i18n } from "@/i18n/i18n";
import { placedPhrase, withoutPhrase } from "@/model/phrase";
import { toast } from "./toast";

const NONE: readonly string[] = [];

export function useOwnPhrases(): readonly string[] {
  return useQuery(sessionQuery).data?.phrases ?? NONE;
}

const known = (): readonly string[] => queryClient.getQueryData(sessionQuery.queryKey)?.phrases ?? NONE;

type Change = (phrases: readonly string[]) => string[];

async function choose(change: Change, undo: Change, send: () => Promise<void>): Promise<void> {
  const show = (how: Change) => noteChoice((me) => ({ ...me, phrases: how(me.phrases) }));
  show(change);
  try {
    await send();
  } catch (error) {
    show(undo);
    tell(error);
    // Another device may have changed them meanwhile.
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}

/** Behind the others. */
export function keepAsPhrase(text: string): Promise<void> {
  const phrase = text.trim();
  return choose(
    (phrases) => placedPhrase(phrases, phrase, phrases.length),
    (phrases) => withoutPhrase(phrases, phrase),
    () => keepPhrase(phrase),
  );
}

/** To a place among the others, from 0. */
export function placePhrase(phrase: string, at: number): Promise<void> {
  const from = known().indexOf(phrase);
  return choose(
    (phrases) => placedPhrase(phrases, phrase, at),
    (phrases) => placedPhrase(phrases, phrase, from),
    () => movePhrase(phrase, at),
  );
}

export function dropPhrase(phrase: string): Promise<void> {
  const from = known().indexOf(phrase);
  return choose(
    (phrases) => withoutPhrase(phrases, phrase),
    (phrases) => placedPhrase(phrases, phrase, from),
    () => removePhrase(phrase),
  );
}

const CURED = ["too_long", "too_many", "not_unique"] as const;

/** Why it is not kept, and what helps. */
function tell(error: unknown): void {
  const problem = error instanceof ApiProblem ? error.problems[0] : undefined;
  const cured = CURED.find((code) => code === problem?.code);
  if (!problem || !cured) toast.problem(error);
  else {
    const cure = i18n.t(`phrases.cure.${cured}`, { ns: "orders", ...problem.data });
    toast.refused(i18n.t("phrases.unkept", { ns: "orders" }), cure);
  }
}
