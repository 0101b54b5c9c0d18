// The one table of functions, by family, in the order documentation shows them. Every row is pure.

import { DATE } from "./date";
import { LIST } from "./list";
import { LOGIC } from "./logic";
import { NUMBER } from "./number";
import { PEOPLE } from "./people";
import type { FunctionRow } from "./row";
import { STATISTIC } from "./statistic";
import { TEXT } from "./text";

export type Family = "logic" | "number" | "statistic" | "text" | "date" | "list" | "people";

export const FUNCTIONS: readonly (readonly [Family, readonly FunctionRow[]])[] = [
  ["logic", LOGIC],
  ["number", NUMBER],
  ["statistic", STATISTIC],
  ["text", TEXT],
  ["date", DATE],
  ["list", LIST],
  ["people", PEOPLE],
];

const byName = new Map(FUNCTIONS.flatMap(([, rows]) => rows.map((row) => [row.name, row] as const)));

export function find(name: string): FunctionRow | null {
  return byName.get(name) ?? null;
}
