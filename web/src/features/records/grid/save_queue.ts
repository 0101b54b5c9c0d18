// Changed cells on their way to the server. The cells of one record travel one after the other, so that each knows the
// revision the one before it made; a few records travel side by side. When a record has moved on meanwhile, its page tells
// whether this very cell was touched: only then is it a conflict.

import { ApiProblem, isStale } from "@/api/problem";
import { sentValue } from "@/model/fill/sent";
import { newId } from "@/model/id";
import type { OrderPage } from "@/model/order";
import type { Value, Values } from "@/model/value";
import { type Change, type Outcome, whoChanged } from "./change";
import { isSameValue } from "./editable";

export interface Server {
  /** The record's revision afterwards. One `key` per intent. */
  edit: (id: string, values: Values, rev: number, key: string) => Promise<number>;
  see: (id: string) => Promise<Pick<OrderPage, "values" | "record_rev" | "history">>;
  wait: (ms: number) => Promise<void>;
}

interface Item {
  change: Change;
  signal: AbortSignal | undefined;
  settle: (outcome: Outcome) => void;
}

interface Line {
  waiting: Item[];
  /** As our own last change left the record. */
  rev: number;
  isMoving: boolean;
}

/** Records that travel at once: the server writes them in one durable group. */
const LANES = 6;
/** Times a record may move on under us. */
const ROUNDS_MAX = 4;
const PAUSES_MS = [1_000, 4_000] as const;

export interface SaveQueue {
  /** Resolves with every outcome, in the order of the changes. */
  save: (
    changes: readonly Change[],
    told: (change: Change, outcome: Outcome) => void,
    signal?: AbortSignal,
  ) => Promise<Outcome[]>;
  /** Cells that are not answered yet. */
  waiting: () => number;
}

export function saveQueue(server: Server): SaveQueue {
  const lines = new Map<string, Line>();
  const ready: string[] = [];
  let moving = 0;
  let waiting = 0;

  const lineOf = (id: string): Line => {
    const line = lines.get(id) ?? { waiting: [], rev: 0, isMoving: false };
    lines.set(id, line);
    return line;
  };

  const pump = () => {
    while (moving < LANES) {
      const id = ready.shift();
      if (id === undefined) return;
      const line = lineOf(id);
      const items = line.waiting.splice(0);
      line.isMoving = true;
      moving += 1;
      void travel(server, id, line, items).finally(() => {
        moving -= 1;
        line.isMoving = false;
        if (line.waiting.length > 0) ready.push(id);
        pump();
      });
    }
  };

  const add = (change: Change, told: (change: Change, outcome: Outcome) => void, signal?: AbortSignal) =>
    new Promise<Outcome>((resolve) => {
      waiting += 1;
      const settle = (outcome: Outcome) => {
        waiting -= 1;
        told(change, outcome);
        resolve(outcome);
      };
      const line = lineOf(change.id);
      line.waiting.push({ change, signal, settle });
      if (!line.isMoving && line.waiting.length === 1) ready.push(change.id);
    });

  return {
    save: (changes, told, signal) => {
      const outcomes = changes.map((change) => add(change, told, signal));
      pump();
      return Promise.all(outcomes);
    },
    waiting: () => waiting,
  };
}

async function travel(server: Server, id: string, line: Line, items: readonly Item[]): Promise<void> {
  for (const { settle } of items.filter(({ signal }) => signal?.aborted)) settle({ state: "stopped" });
  let left = items.filter(({ signal }) => !signal?.aborted);
  let rev = Math.max(line.rev, ...left.map(({ change }) => change.rev));
  for (let round = 0; left.length > 0; round += 1) {
    try {
      line.rev = await attempt(server, id, left, rev);
      for (const { settle } of left) settle({ state: "ok", rev: line.rev });
      return;
    } catch (error) {
      if (isStale(error) && round < ROUNDS_MAX) [left, rev] = await afterOthers(server, id, left, rev);
      else left = withoutWrong(left, error);
    }
  }
}

/** Once more after a pause when the network or the server stumbled; the key makes sure that it happens once. */
async function attempt(server: Server, id: string, items: readonly Item[], rev: number): Promise<number> {
  const values: Record<string, Value> = {};
  for (const { change } of items) values[change.field.id] = sentValue(change.after, change.field.control);
  const key = newId();
  for (const pause of PAUSES_MS) {
    try {
      return await server.edit(id, values, rev, key);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isPassing)) throw error;
      await server.wait(pause);
    }
  }
  return server.edit(id, values, rev, key);
}

/** What may still go, on top of what others did. */
async function afterOthers(server: Server, id: string, items: readonly Item[], old: number): Promise<[Item[], number]> {
  try {
    const page = await server.see(id);
    const rev = page.record_rev;
    const left = items.filter(({ change: { field, before, after }, settle }) => {
      const theirs = page.values[field.id] ?? null;
      if (isSameValue(theirs, before, field) || isSameValue(theirs, after, field)) return true;
      settle({ state: "conflict", theirs, rev, ...whoChanged(page.history, field.id) });
      return false;
    });
    return [left, rev];
  } catch (error) {
    for (const { settle } of items) settle({ state: "error", problem: null, error });
    return [[], old];
  }
}

/** Cells the server found wrong stay behind, the rest may go without them. Nothing to tell them apart: all of them failed. */
function withoutWrong(items: readonly Item[], error: unknown): Item[] {
  const problems = error instanceof ApiProblem ? error.problems.filter(({ severity }) => severity === "error") : [];
  const problemOf = ({ change }: Item) => problems.find(({ place }) => place === change.field.id);
  const isSomeWrong = items.some(problemOf);
  return items.filter((item) => {
    const problem = problemOf(item);
    if (isSomeWrong && !problem) return true;
    item.settle({ state: "error", problem: problem ?? problems[0] ?? null, error });
    return false;
  });
}
