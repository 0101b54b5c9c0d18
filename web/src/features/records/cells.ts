// What the person changed in the grid: shown at once, saved cell by cell, taken back with Ctrl+Z.

import { createStore, type StoreApi } from "zustand/vanilla";
import { columnKey } from "@/model/report";
import type { Value } from "@/model/value";
import { type Change, type Conflict, type Failure, type Outcome, reversed } from "./change";
import type { SaveQueue } from "./save_queue";

/** What a cell shows instead of what the list brought, and how far it is. */
export interface Mark {
  change: Change;
  outcome: { state: "saving" } | { state: "ok"; rev: number } | Failure | Conflict;
}

/** By column key. The object changes only when a mark of this record does, so that only its row renders. */
export type RowMarks = Readonly<Record<string, Mark>>;

export interface CellsState {
  marks: ReadonlyMap<string, RowMarks>;
  past: readonly (readonly Change[])[];
  future: readonly (readonly Change[])[];
}

export interface Cells {
  store: StoreApi<CellsState>;
  /** A step of its own that can be taken back; cells that failed are no part of it. */
  write: (changes: readonly Change[], signal?: AbortSignal, moved?: (done: number) => void) => Promise<Outcome[]>;
  /** How many cells went back; 0: there was nothing to take back. */
  undo: () => Promise<number>;
  redo: () => Promise<number>;
  /** Forgets what the person wanted there: the list's own value stands again. */
  drop: (mark: Mark) => void;
  /** Once more; over a conflict, on top of what the other one wrote. */
  again: (mark: Mark) => Promise<Outcome[]>;
}

const STEPS_MAX = 100;
/** More than that are marked when all are through: a render for each would take longer than to save it. */
const LIVE_MAX = 200;
const keyOf = ({ field }: Change): string => columnKey({ field: field.id });
const markOf = (change: Change, outcome: Outcome): Mark | null =>
  outcome.state === "stopped" ? null : { change, outcome };
const isKept = (outcome: Outcome | undefined): boolean => outcome?.state === "ok";

export function cellsOf(queue: SaveQueue): Cells {
  const store = createStore<CellsState>(() => ({ marks: new Map(), past: [], future: [] }));

  const put = (entries: readonly (readonly [Change, Mark | null])[]) =>
    store.setState(({ marks }) => {
      const next = new Map(marks);
      for (const [change, mark] of entries) {
        const { [keyOf(change)]: _, ...rest } = next.get(change.id) ?? {};
        next.set(change.id, mark ? { ...rest, [keyOf(change)]: mark } : rest);
      }
      return { marks: next };
    });

  const send = async (changes: readonly Change[], signal?: AbortSignal, moved?: (done: number) => void) => {
    const isLive = changes.length <= LIVE_MAX;
    let done = 0;
    if (isLive) put(changes.map((change) => [change, { change, outcome: { state: "saving" } }]));
    const outcomes = await queue.save(
      changes,
      (change, outcome) => {
        done += 1;
        moved?.(done);
        // A later change of the same cell speaks for it.
        if (!isLive || store.getState().marks.get(change.id)?.[keyOf(change)]?.change !== change) return;
        put([[change, markOf(change, outcome)]]);
      },
      signal,
    );
    const marked = changes.flatMap((change, at) => {
      const outcome = outcomes[at];
      return outcome && outcome.state !== "stopped" ? [[change, markOf(change, outcome)] as const] : [];
    });
    if (!isLive) put(marked);
    return outcomes;
  };

  const step = async (from: "past" | "future", to: "past" | "future"): Promise<number> => {
    const steps = store.getState()[from];
    const last = steps.at(-1);
    if (!last) return 0;
    store.setState({ [from]: steps.slice(0, -1) });
    const changes = reversed(last);
    const outcomes = await send(changes);
    const kept = changes.filter((_, at) => isKept(outcomes[at]));
    if (kept.length > 0) store.setState((state) => ({ [to]: [...state[to], kept] }));
    return kept.length;
  };

  const write: Cells["write"] = async (changes, signal, moved) => {
    const outcomes = await send(changes, signal, moved);
    const kept = changes.filter((_, at) => isKept(outcomes[at]));
    if (kept.length > 0) store.setState(({ past }) => ({ past: [...past, kept].slice(-STEPS_MAX), future: [] }));
    return outcomes;
  };

  return {
    store,
    write,
    undo: () => step("past", "future"),
    redo: () => step("future", "past"),
    drop: ({ change }) => put([[change, null]]),
    again: ({ change, outcome }) =>
      write([outcome.state === "conflict" ? { ...change, before: outcome.theirs, rev: outcome.rev } : change]),
  };
}

/** What a cell shows: the person's value, until the list has caught up with it. */
export function shownValue(
  mark: Mark | undefined,
  row: { rev: number; values: Record<string, Value> },
  key: string,
): Value {
  const theirs = row.values[key] ?? null;
  if (!mark) return theirs;
  return mark.outcome.state === "ok" && row.rev >= mark.outcome.rev ? theirs : mark.change.after;
}

/** Cells that need the person. */
export const troubled = (marks: CellsState["marks"]): Mark[] =>
  [...marks.values()].flatMap((row) =>
    Object.values(row).filter(({ outcome }) => outcome.state === "error" || outcome.state === "conflict"),
  );
