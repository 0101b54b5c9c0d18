// One cell that is to hold something else, and what became of it.

import type { Field } from "@/model/form";
import type { HistoryEntry } from "@/model/order";
import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";

export interface Change {
  /** Of the record. */
  id: string;
  /** Of the record as the person saw it. */
  rev: number;
  field: Field;
  before: Value;
  after: Value;
}

/** Somebody else was there first. */
export interface Conflict {
  state: "conflict";
  /** Who, as far as it is known. */
  by: string | null;
  at: number | null;
  theirs: Value;
  rev: number;
}

export interface Failure {
  state: "error";
  /** Of this cell, or of another field that keeps the record from being saved. */
  problem: Problem | null;
  error: unknown;
}

export type Outcome = { state: "ok"; rev: number } | { state: "stopped" } | Failure | Conflict;

/** The last one who changed the field; where the story does not say it, who acted last. */
export function whoChanged(history: readonly HistoryEntry[], field: string): Pick<Conflict, "by" | "at"> {
  const acted = history.filter(({ by }) => by);
  const found = acted.filter(({ data }) => data?.fields?.includes(field)).at(-1) ?? acted.at(-1);
  return { by: found?.by ?? null, at: found?.at ?? null };
}

export const reversed = (changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
