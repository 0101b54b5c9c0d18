// Undo and redo for every designer. A designer is a reducer over changes; every change gives back its inverse, so a
// step of history is two lists of changes and a name. Pure: the clock is an argument.

/** Applies one change; the answer carries the change that takes it back. */
export type Apply<Doc, Change> = (doc: Doc, change: Change) => { doc: Doc; inverse: Change };

/** What a step is called in the undo tooltip: a key of the designer's namespace and its parameters. */
export interface StepName {
  key: string;
  params?: Record<string, string | number>;
}

export interface Step<Change> {
  name: StepName;
  /** In the order they were applied. */
  changes: readonly Change[];
  /** In the order that takes them back. */
  inverses: readonly Change[];
  /** Ids selected before and after; undo and redo restore them. */
  before: readonly string[];
  after: readonly string[];
  /** Steps of one group that follow each other within GROUP_MS are one step: typing a label. */
  group: string | null;
  at: number;
}

export interface History<Doc, Change> {
  doc: Doc;
  selection: readonly string[];
  past: readonly Step<Change>[];
  future: readonly Step<Change>[];
}

export interface Edit<Change> {
  name: StepName;
  changes: readonly Change[];
  /** The selection afterwards; unchanged when left out. */
  selection?: readonly string[];
  group?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

const GROUP_MS = 1_000;
/** The oldest steps are forgotten beyond this. */
export const HISTORY_STEPS_MAX = 1_000;

export function begin<Doc, Change>(doc: Doc): History<Doc, Change> {
  return { doc, selection: [], past: [], future: [] };
}

function applyAll<Doc, Change>(apply: Apply<Doc, Change>, doc: Doc, changes: readonly Change[]) {
  const inverses: Change[] = [];
  let current = doc;
  for (const change of changes) {
    const applied = apply(current, change);
    current = applied.doc;
    inverses.unshift(applied.inverse);
  }
  return { doc: current, inverses };
}

function joins<Change>(last: Step<Change> | undefined, edit: Edit<Change>): last is Step<Change> {
  return last !== undefined && edit.group !== undefined && last.group === edit.group && edit.now - last.at < GROUP_MS;
}

export function edit<Doc, Change>(
  history: History<Doc, Change>,
  apply: Apply<Doc, Change>,
  change: Edit<Change>,
): History<Doc, Change> {
  const { doc, inverses } = applyAll(apply, history.doc, change.changes);
  const after = change.selection ?? history.selection;
  const last = history.past.at(-1);
  const step: Step<Change> = joins(last, change)
    ? {
        ...last,
        changes: [...last.changes, ...change.changes],
        inverses: [...inverses, ...last.inverses],
        after,
        at: change.now,
      }
    : {
        name: change.name,
        changes: change.changes,
        inverses,
        before: history.selection,
        after,
        group: change.group ?? null,
        at: change.now,
      };
  const kept = joins(last, change) ? history.past.slice(0, -1) : history.past.slice(-(HISTORY_STEPS_MAX - 1));
  return { doc, selection: after, past: [...kept, step], future: [] };
}

export function undo<Doc, Change>(history: History<Doc, Change>, apply: Apply<Doc, Change>): History<Doc, Change> {
  const step = history.past.at(-1);
  if (!step) return history;
  const { doc } = applyAll(apply, history.doc, step.inverses);
  return { doc, selection: step.before, past: history.past.slice(0, -1), future: [step, ...history.future] };
}

export function redo<Doc, Change>(history: History<Doc, Change>, apply: Apply<Doc, Change>): History<Doc, Change> {
  const step = history.future[0];
  if (!step) return history;
  const { doc } = applyAll(apply, history.doc, step.changes);
  return { doc, selection: step.after, past: [...history.past, step], future: history.future.slice(1) };
}

export function select<Doc, Change>(history: History<Doc, Change>, selection: readonly string[]): History<Doc, Change> {
  return { ...history, selection };
}
