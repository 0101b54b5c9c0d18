// How far an open draft is saved, and what becomes of that. Pure: the clock and the server are elsewhere.

import { ApiProblem } from "@/api/problem";
import type { Problem } from "@/model/problem";

/** A document as the server has it. */
export interface Held<Doc> {
  rev: number;
  doc: Doc;
  problems: readonly Problem[];
}

/** Who saved the newer version, as far as the server remembers. */
export interface Rival {
  by: string | null;
  at: number;
}

export type Saving<Doc> =
  | { is: "saved"; at: number | null }
  | { is: "dirty" }
  | { is: "saving" }
  /** The network or the server is away: goes again by itself. */
  | { is: "waiting"; error: ApiProblem }
  /** The server said no: goes again when something changes, or when the person says so. */
  | { is: "refused"; error: unknown }
  /** Somebody else saved in between, starting from `before` as well: a person says whose work stays. */
  | { is: "conflict"; rival: Rival | null; before: Doc; theirs: Held<Doc> };

const AUTOSAVE_MS = 1_500;
const RETRY_MS = 5_000;

/** How long until it is written by itself; `null`: not by itself. */
export function pauseOf({ is }: Saving<unknown>): number | null {
  if (is === "dirty") return AUTOSAVE_MS;
  return is === "waiting" ? RETRY_MS : null;
}

/** What an edit makes of it: a save on its way finds out at its end, and a conflict is not ended by typing. */
export function edited<Doc>(saving: Saving<Doc>): Saving<Doc> {
  return saving.is === "saving" || saving.is === "conflict" ? saving : { is: "dirty" };
}

/** What a failed save makes of it; that somebody else was first is no failure. */
export function failed(error: unknown): Saving<never> {
  return error instanceof ApiProblem && error.isPassing ? { is: "waiting", error } : { is: "refused", error };
}

/** `null`: that was long ago. */
export function rivalOf(error: unknown): Rival | null {
  if (!(error instanceof ApiProblem) || typeof error.data.at !== "number") return null;
  const { at, by } = error.data;
  return { at, by: typeof by === "string" ? by : null };
}

/** What is wrong is marked where it is, so that nothing more need be said of the refusal. */
export function isMarked(error: unknown): boolean {
  return error instanceof ApiProblem && error.problems.length > 0;
}
