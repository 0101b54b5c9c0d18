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
  /** How many cells went back; `null`: there was nothing to take back. What the world kept from going back stays a step. */
  undo: () => Promise<number | null>;
  redo: () => Promise<number | null>;
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
const cellOf = (change: Change): string => `${change.id} ${keyOf(change)}`;
const isReverse = (one: Change, other: Change): boolean =>
  cellOf(one) === cellOf(other) && one.before === other.after && one.after === other.before;
/** The last step without some of its changes; without all of them it is none. */
const shortened = (steps: CellsState["past"], isOut: (change: Change) => boolean) =>
  [...steps.slice(0, -1), steps.at(-1)?.filter((change) => !isOut(change)) ?? []].filter(({ length }) => length > 0);

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

  const step = async (from: "past" | "future", to: "past" | "future"): Promise<number | null> => {
    const last = store.getState()[from].at(-1);
    if (!last) return null;
    store.setState((state) => ({ [from]: state[from].slice(0, -1) }));
    const changes = reversed(last);
    const outcomes = await send(changes);
    const kept = changes.filter((_, at) => isKept(outcomes[at]));
    // Over a conflict the person decides under the grid; only what did not arrive can simply go once more.
    const failed = new Set(changes.filter((_, at) => outcomes[at]?.state === "error").map(cellOf));
    const left = last.filter((change) => failed.has(cellOf(change)));
    store.setState((state) => ({
      ...(left.length > 0 && { [from]: [...state[from], left] }),
      ...(kept.length > 0 && { [to]: [...state[to], kept] }),
    }));
    return kept.length;
  };

  const write: Cells["write"] = async (changes, signal, moved) => {
    const outcomes = await send(changes, signal, moved);
    const kept = changes.filter((_, at) => isKept(outcomes[at]));
    if (kept.length > 0) store.setState(({ past }) => ({ past: [...past, kept].slice(-STEPS_MAX), future: [] }));
    return outcomes;
  };

  const again: Cells["again"] = async ({ change, outcome }) => {
    if (outcome.state === "conflict") return write([{ ...change, before: outcome.theirs, rev: outcome.rev }]);
    const isSource = (one: Change) => isReverse(one, change);
    const from = (["past", "future"] as const).find((stack) => store.getState()[stack].at(-1)?.some(isSource));
    if (!from) return write([change]);
    const to = from === "past" ? "future" : "past";
    const outcomes = await send([change]);
    if (isKept(outcomes[0])) {
      store.setState((state) => ({ [from]: shortened(state[from], isSource), [to]: [...state[to], [change]] }));
    }
    return outcomes;
  };

  return {
    store,
    write,
    undo: () => step("past", "future"),
    redo: () => step("future", "past"),
    drop: ({ change }) => put([[change, null]]),
    again,
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
