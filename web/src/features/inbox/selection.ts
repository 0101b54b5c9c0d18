// Which rows are ticked. One order of one task is one row; Shift extends from the last tick.

import type { TaskItem } from "@/api/inbox";

/** A task is named within its order only. */
export const rowKey = ({ order, task }: Pick<TaskItem, "order" | "task">): string =>
  task ? `${order}/${task}` : order;

export interface Selection {
  keys: ReadonlySet<string>;
  /** The last row ticked by itself. */
  anchor: string | null;
}

export const NOTHING: Selection = { keys: new Set(), anchor: null };

export function toggle({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** Adds everything between the anchor and `key`, in the order of the list. */
export function extend(selection: Selection, key: string, order: readonly string[]): Selection {
  const from = order.indexOf(selection.anchor ?? key);
  const to = order.indexOf(key);
  if (from < 0 || to < 0) return toggle(selection, key);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { keys: new Set([...selection.keys, ...range]), anchor: selection.anchor ?? key };
}

/** Rows that left the list are ticked no more. */
export function keepOnly(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const keys = new Set([...selection.keys].filter((key) => there.has(key)));
  return keys.size === selection.keys.size ? selection : { ...selection, keys };
}

/** Batch approval takes like for like: decisions of one form at one step. */
export function isAlike(items: readonly TaskItem[]): boolean {
  const kinds = new Set(items.map(({ form, node_name }) => `${form}/${node_name}`));
  return kinds.size <= 1 && items.every(({ approval }) => approval);
}

/** Those that nobody has to sign one by one. */
export const unsigned = (items: readonly TaskItem[]): TaskItem[] =>
  items.filter(({ approval }) => approval !== "signed");

/** Tasks that came after the person last looked wait behind a pill, so that nothing jumps under the pointer. */
export function partByArrival(items: readonly TaskItem[], lookedAt: number): { shown: TaskItem[]; waiting: number } {
  const shown = items.filter(({ opened_at }) => opened_at <= lookedAt);
  return { shown, waiting: items.length - shown.length };
}

/** The row to open when `key` has gone: its follower, else the one before it. */
export function neighbour(order: readonly string[], key: string): string | null {
  const index = order.indexOf(key);
  return order[index + 1] ?? order[index - 1] ?? null;
}
