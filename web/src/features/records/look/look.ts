// How the list is looked at: a saved view, and what the person changed of it. All of it lives in the address, so that a
// look can be sent to a colleague and a bar of a board can open one.

import type { View } from "@/api/records";
import { controlOf, isColumn, isCondition, isFilled, isSame, kindOf } from "@/model/column";
import type { Control, FormDefinition } from "@/model/form";
import type { Column, Condition, Sort, ViewDefinition } from "@/model/report";

export interface RecordsSearch {
  view?: string;
  q?: string;
  /** What differs from the view. */
  look?: Partial<ViewDefinition>;
  /** The tile that led here, and the way back to it. */
  trail?: Trail;
}

export interface Trail {
  app: string;
  /** A board by id and name, and how it was looked at. */
  board: string;
  name: string;
  search: Record<string, unknown>;
  /** The tile's title. */
  tile: string;
}

/** Columns of a form nobody has arranged yet. */
const COLUMNS_FIRST = 5;

export function defaultLook(form: FormDefinition): ViewDefinition {
  const placed = form.sections.flatMap(({ items }) => items.map(({ field }): Column => ({ field })));
  const shown = placed.filter((column) => {
    const kind = kindOf(column, form);
    return kind !== null && kind !== "file";
  });
  return {
    layout: { kind: "table" },
    columns: ["title", "state", ...shown.slice(0, COLUMNS_FIRST), "handler", "created_at"],
    filters: [],
    sort: [{ column: "created_at", descending: true }],
  };
}

/** The view with the changes on top; columns that the form has lost are left out. */
export function lookOf(form: FormDefinition, view: View | undefined, changes: Partial<ViewDefinition> = {}) {
  const look = { ...defaultLook(form), ...view?.definition, ...changes };
  const exists = (column: Column): boolean => kindOf(column, form) !== null;
  return {
    layout: look.layout,
    columns: look.columns.filter(exists),
    filters: (look.filters ?? []).filter(({ column }) => exists(column)),
    sort: (look.sort ?? []).filter(({ column }) => exists(column)),
    group: look.group && isLaneColumn(look.group, form) ? look.group : null,
    arrangement: look.arrangement ?? null,
  } satisfies ViewDefinition;
}

export type Look = ReturnType<typeof lookOf>;

/** A record stands in exactly one lane. */
export function isLaneColumn(column: Column, form: FormDefinition): boolean {
  if (typeof column === "string") return ["state", "initiator", "department"].includes(column);
  return holdsOne(controlOf(column, form));
}

/** One of a closed set, so that a card can be moved from one to the other. */
export const holdsOne = (control: Control | null): boolean =>
  control?.kind === "radio" ||
  control?.kind === "select" ||
  ((control?.kind === "user" || control?.kind === "dept") && !control.many);

/** What the server is asked with: half-typed conditions ask nothing. */
export const askedFilters = (filters: readonly Condition[]): Condition[] => filters.filter(isFilled);

/** A click on a heading: ascending, descending, off; `add` keeps the other columns (Shift). */
export function turnSort(sort: readonly Sort[], column: Column, add: boolean): Sort[] {
  const old = sort.find((one) => isSame(one.column, column));
  const rest = add ? sort.filter((one) => !isSame(one.column, column)) : [];
  if (!old) return [...rest, { column }];
  return old.descending ? [...rest] : [...rest, { column, descending: true }];
}

export function moveColumn(columns: readonly Column[], from: number, to: number): Column[] {
  const next = [...columns];
  const [moved] = next.splice(from, 1);
  if (moved) next.splice(Math.min(Math.max(0, to), next.length), 0, moved);
  return next;
}

export function toggleColumn(columns: readonly Column[], column: Column): Column[] {
  const without = columns.filter((one) => !isSame(one, column));
  return without.length < columns.length ? without : [...columns, column];
}

export const withColumn = (columns: readonly Column[], column: Column): Column[] =>
  columns.some((one) => isSame(one, column)) ? [...columns] : [...columns, column];

/** Of the address: anything that is no look is no look. */
export function recordsSearch({ view, q, look, trail }: Record<string, unknown>): RecordsSearch {
  return {
    ...(typeof view === "string" && view && { view }),
    ...(typeof q === "string" && q && { q }),
    ...(isLook(look) && { look }),
    ...(isTrail(trail) && { trail }),
  };
}

function isTrail(value: unknown): value is Trail {
  if (typeof value !== "object" || value === null) return false;
  const { app, board, name, search, tile } = value as Record<string, unknown>;
  const areTexts = [app, board, name, tile].every((text) => typeof text === "string");
  return areTexts && typeof search === "object" && search !== null;
}

const isList = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(fits));

const hasColumn = (one: unknown): boolean =>
  typeof one === "object" && one !== null && "column" in one && isColumn(one.column);

function isLook(value: unknown): value is Partial<ViewDefinition> {
  if (typeof value !== "object" || value === null) return false;
  const { layout, columns, filters, sort, group } = value as Record<string, unknown>;
  const isGroup = group === undefined || group === null || isColumn(group);
  return (
    isLayout(layout) && isList(columns, isColumn) && isList(filters, isCondition) && isList(sort, hasColumn) && isGroup
  );
}

function isLayout(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return value.kind === "table" || (value.kind === "kanban" && "by" in value && isColumn(value.by));
}

/** Between which boxes in a row `x` lies nearest: the place, counted from 0, and where its line stands. */
export function gapAt(boxes: readonly { left: number; right: number }[], x: number): { at: number; left: number } {
  const edges = [boxes[0]?.left ?? 0, ...boxes.map(({ right }) => right)];
  const far = edges.map((edge) => Math.abs(edge - x));
  const at = far.indexOf(Math.min(...far));
  return { at, left: edges[at] ?? 0 };
}
