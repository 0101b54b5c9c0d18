// Two people edit one document: who saved in between, and whose work stays.

import { ApiProblem } from "@/api/problem";

/** Who saved the newer version, as far as the server remembers. */
export interface Rival {
  by: string | null;
  at: number;
}

export interface Conflict {
  rival: Rival | null;
  /** Their document replaces mine. */
  takeTheirs: () => Promise<void>;
  /** Mine is saved over theirs. */
  keepMine: () => Promise<void>;
}

/** `null`: that was long ago, or it is another refusal. */
export function rivalOf(error: unknown): Rival | null {
  if (!(error instanceof ApiProblem) || typeof error.data.at !== "number") return null;
  const { at, by } = error.data;
  return { at, by: typeof by === "string" ? by : null };
}
