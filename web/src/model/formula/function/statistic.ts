// Describing many numbers. Of no numbers everything is empty; spreads are of a sample (n - 1).

import { type Datum, EMPTY } from "../datum";
import * as decimal from "../decimal";
import type { Run } from "../eval";
import { counted, integerAt, mean, numberAt, numbers, total } from "./number";
import { type FunctionRow, open } from "./row";

const HALF: decimal.Decimal = { coefficient: 5n, places: 1 };

export const STATISTIC: readonly FunctionRow[] = [
  open("MEDIAN", ["numbers"], "number", (args, run) => quantile(sorted(args), HALF, run), { repeats: ["numbers"] }),
  open("PERCENTILE", ["numbers", "number"], "number", percentile),
  open("VAR", ["numbers"], "number", (args, run) => spread(args, run, (variance) => variance), {
    repeats: ["numbers"],
  }),
  open("STDEV", ["numbers"], "number", (args, run) => spread(args, run, decimal.squareRoot), { repeats: ["numbers"] }),
  open("MODE", ["numbers"], "number", mode, { repeats: ["numbers"] }),
  open("SMALL", ["numbers", "number"], "number", (args, run) => nth(sorted(args.slice(0, 1)), args, run)),
  open("LARGE", ["numbers", "number"], "number", (args, run) => nth(sorted(args.slice(0, 1)).reverse(), args, run)),
  open("RANK", ["number", "numbers"], "number", rank),
];

function sorted(args: readonly Datum[]): decimal.Decimal[] {
  return numbers(args).sort(decimal.compare);
}

/** Between the two nearest ranks in proportion; `share` from 0 to 1. */
function quantile(all: readonly decimal.Decimal[], share: decimal.Decimal, run: Run): Datum {
  if (all.length === 0) return EMPTY;
  const place = decimal.multiply(share, decimal.fromInteger(all.length - 1)) ?? decimal.ZERO;
  const index = Math.min(decimal.whole(decimal.floor(place)) ?? 0, all.length - 1);
  const below = all[index] ?? decimal.ZERO;
  const above = all[Math.min(index + 1, all.length - 1)] ?? below;
  const beyond = decimal.subtract(place, decimal.floor(place));
  const gap = decimal.subtract(above, below);
  const part = gap && beyond && decimal.multiply(gap, beyond);
  return run.number(part && decimal.add(below, part));
}

/** The share in percent, 0 to 100. */
function percentile(args: readonly Datum[], run: Run): Datum {
  const percent = args[1];
  if (percent?.is !== "number") return EMPTY;
  const isOutside =
    decimal.compare(percent.number, decimal.ZERO) < 0 || decimal.compare(percent.number, decimal.HUNDRED) > 0;
  const share = isOutside ? null : decimal.divide(percent.number, decimal.HUNDRED);
  return share ? quantile(sorted(args.slice(0, 1)), share, run) : run.warn("number_out_of_range");
}

function spread(
  args: readonly Datum[],
  run: Run,
  finish: (variance: decimal.Decimal) => decimal.Decimal | null,
): Datum {
  const all = numbers(args);
  if (all.length < 2) return EMPTY;
  const variance = varianceOf(all);
  return run.number(variance && finish(variance));
}

function varianceOf(all: readonly decimal.Decimal[]): decimal.Decimal | null {
  const middle = mean(all);
  if (!middle) return null;
  const squares: decimal.Decimal[] = [];
  for (const number of all) {
    const distance = decimal.subtract(number, middle);
    const square = distance && decimal.multiply(distance, distance);
    if (!square) return null;
    squares.push(square);
  }
  const sum = total(squares);
  return sum && decimal.divide(sum, decimal.fromInteger(all.length - 1));
}

/** The most frequent; among several the smallest. */
function mode(args: readonly Datum[]): Datum {
  let found: { number: decimal.Decimal; count: number } | null = null;
  let run: { number: decimal.Decimal; count: number } | null = null;
  for (const number of sorted(args)) {
    run = run && decimal.compare(run.number, number) === 0 ? { number, count: run.count + 1 } : { number, count: 1 };
    if (!found || run.count > found.count) found = run;
  }
  return found ? { is: "number", number: found.number } : EMPTY;
}

/** Counted from 1. */
function nth(ranked: readonly decimal.Decimal[], args: readonly Datum[], run: Run): Datum {
  if (ranked.length === 0 || args[1]?.is === "empty") return EMPTY;
  return run.number(ranked[integerAt(args, 1, 0) - 1] ?? null);
}

/** The largest has rank 1; empty for a number that is not among them. */
function rank(args: readonly Datum[]): Datum {
  const all = numbers(args.slice(1));
  const own = numberAt(args, 0);
  const isAmong = all.some((other) => decimal.compare(other, own) === 0);
  if (args[0]?.is === "empty" || !isAmong) return EMPTY;
  return counted(all.filter((other) => decimal.compare(other, own) > 0).length + 1);
}
