// Whether the conditions on the lines out of a gateway overlap, hide one another or leave a gap, each with a value to see it by.
// Judges conditions that ask one and the same number, date, single choice or switch; of all others nothing is said.

import { type Condition, isNumeric, type Row, readCondition } from "./condition";
import type { Edge } from "./flow";
import type { Control, Field, FormDefinition } from "./form";

export type BranchHint =
  /** Both hold for the sample; the first is taken. */
  | { kind: "overlap"; first: string; second: string; sample: Row }
  /** Whatever it holds for is taken by those before it. */
  | { kind: "hidden"; second: string; sample: Row }
  /** No condition holds for the sample. */
  | { kind: "gap"; sample: Row };

type Value = string | number | boolean;

/** Values that are worth trying, and how one is said. */
interface Samples {
  values: readonly Value[];
  read: (text: string) => Value;
  row: (value: Value) => Row;
}

interface Asked {
  edge: string;
  condition: Condition;
}

const DAY_MS = 86_400_000;

export function branchHints(exits: readonly Edge[], form: FormDefinition): BranchHint[] {
  const asked = exits.flatMap(({ id, condition }): Asked[] => {
    const read = condition === undefined ? null : readCondition(condition, form);
    return read && read.rows.length > 0 ? [{ edge: id, condition: read }] : [];
  });
  const [field, ...others] = new Set(asked.flatMap(({ condition }) => condition.rows.map((row) => row.field)));
  const known = others.length === 0 ? form.fields.find(({ id }) => id === field) : undefined;
  const isWhole = asked.length === exits.filter(({ condition }) => condition !== undefined).length;
  const samples = known && isWhole ? samplesOf(known, asked) : null;
  if (!samples) return [];
  const taking = (value: Value) => asked.filter(({ condition }) => holds(condition, value, samples));
  return [...crossings(asked, samples, taking), ...gap(samples, taking)];
}

/** Of each line at most one: that it is never taken, or where it is not. */
function crossings(asked: readonly Asked[], samples: Samples, taking: (value: Value) => Asked[]): BranchHint[] {
  return asked.flatMap((one): BranchHint[] => {
    const held = samples.values.filter((value) => holds(one.condition, value, samples));
    const behind = held.filter((value) => taking(value)[0] !== one);
    const [value] = behind;
    const first = value === undefined ? undefined : taking(value)[0];
    if (value === undefined || !first) return [];
    const sample = samples.row(value);
    if (behind.length === held.length) return [{ kind: "hidden", second: one.edge, sample }];
    return [{ kind: "overlap", first: first.edge, second: one.edge, sample }];
  });
}

function gap(samples: Samples, taking: (value: Value) => Asked[]): BranchHint[] {
  const value = samples.values.find((one) => taking(one).length === 0);
  return value === undefined ? [] : [{ kind: "gap", sample: samples.row(value) }];
}

function samplesOf({ id, control }: Field, asked: readonly Asked[]): Samples | null {
  const rows = asked.flatMap(({ condition }) => condition.rows);
  // What holds for nothing filled in is another question.
  if (rows.some(({ comparison }) => comparison === "empty" || comparison === "not_empty")) return null;
  const is = (text: string): Row => ({ field: id, comparison: "is", values: [text] });
  if (isNumeric(control)) {
    const decimals = "decimals" in control ? control.decimals : 0;
    const row = (value: Value) => is(String(Number(Number(value).toFixed(decimals))));
    const values = around(rows, Number, 10 ** -decimals).filter((value) => isAllowed(value, control));
    return { values, read: Number, row };
  }
  switch (control.kind) {
    case "radio":
    case "select":
      return { values: control.options.map((option) => option.id), read: String, row: (value) => is(String(value)) };
    case "switch":
      return {
        values: [true, false],
        read: Boolean,
        row: (value) => ({ field: id, comparison: value ? "yes" : "no", values: [] }),
      };
    case "date": {
      const row = (value: Value) => is(new Date(Number(value)).toISOString().slice(0, "2026-01-01".length));
      return { values: around(rows, Date.parse, DAY_MS), read: Date.parse, row };
    }
    default:
      return null;
  }
}

/** What nobody can fill in shows nothing. */
function isAllowed(value: number, control: Control): boolean {
  if (control.kind === "rating") return value >= 1 && value <= control.stars;
  const { min = null, max = null } = control as { min?: string | null; max?: string | null };
  return (min === null || value >= Number(min)) && (max === null || value <= Number(max));
}

/** Each bound, the least step before and behind it; between two bounds that is enough. */
function around(rows: readonly Row[], read: (text: string) => number, step: number): number[] {
  const bounds = rows.flatMap(({ values }) => values.map(read)).filter(Number.isFinite);
  return [...new Set(bounds.flatMap((bound) => [bound - step, bound, bound + step]))].sort((a, b) => a - b);
}

function holds({ joint, rows }: Condition, value: Value, { read }: Samples): boolean {
  const all = rows.map((row) => rowHolds(row, value, read));
  return joint === "all" ? all.every(Boolean) : all.some(Boolean);
}

function rowHolds({ comparison, values }: Row, value: Value, read: (text: string) => Value): boolean {
  const [first = ""] = values;
  switch (comparison) {
    case "is":
      return value === read(first);
    case "is_not":
      return value !== read(first);
    case "one_of":
      return values.some((one) => value === read(one));
    case "more":
      return value > read(first);
    case "at_least":
      return value >= read(first);
    case "less":
      return value < read(first);
    case "at_most":
      return value <= read(first);
    case "yes":
      return value === true;
    case "no":
      return value === false;
    case "contains":
    case "empty":
    case "not_empty":
      return false;
  }
}
