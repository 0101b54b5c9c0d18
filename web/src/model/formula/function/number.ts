// Counting and calculating. Aggregates pass over empty values; the sum of nothing is 0, every other fold of nothing is empty.

import { type Datum, EMPTY, order, same } from "../datum";
import * as decimal from "../decimal";
import type { Run } from "../eval";
import { type FunctionRow, open, strict } from "./row";

const NUMBER_WITH_PLACES = { mayTake: ["number"] } as const;

export const NUMBER: readonly FunctionRow[] = [
  open("SUM", ["numbers"], "number", (args, run) => run.number(total(numbers(args))), { repeats: ["numbers"] }),
  open("AVG", ["numbers"], "number", average, { repeats: ["numbers"] }),
  open("MIN", ["ordered_items"], "item", (args) => best(args, -1), { repeats: ["ordered_items"] }),
  open("MAX", ["ordered_items"], "item", (args) => best(args, 1), { repeats: ["ordered_items"] }),
  open("PRODUCT", ["numbers"], "number", product, { repeats: ["numbers"] }),
  open("COUNT", ["any"], "number", (args) => counted(each(args).length), { repeats: ["any"] }),
  open("COUNTBLANK", ["any"], "number", (args) => counted(args.filter(({ is }) => is === "empty").length), {
    repeats: ["any"],
  }),
  open("COUNTIF", ["items", "item"], "number", ([list = EMPTY, wanted = EMPTY]) =>
    counted(each([list]).filter((item) => same(item, wanted)).length),
  ),
  strict("ABS", ["number"], "number", (args) => ({ is: "number", number: decimal.absolute(numberAt(args, 0)) })),
  strict("SIGN", ["number"], "number", (args) => counted(decimal.compare(numberAt(args, 0), decimal.ZERO))),
  strict("ROUND", ["number"], "number", rounds("half_away"), NUMBER_WITH_PLACES),
  strict("ROUNDEVEN", ["number"], "number", rounds("half_even"), NUMBER_WITH_PLACES),
  strict("ROUNDUP", ["number"], "number", rounds("away"), NUMBER_WITH_PLACES),
  strict("ROUNDDOWN", ["number"], "number", rounds("zero"), NUMBER_WITH_PLACES),
  strict("CEILING", ["number"], "number", steps("up"), NUMBER_WITH_PLACES),
  strict("FLOOR", ["number"], "number", steps("down"), NUMBER_WITH_PLACES),
  strict("INT", ["number"], "number", (args) => ({ is: "number", number: decimal.floor(numberAt(args, 0)) })),
  strict("MOD", ["number", "number"], "number", (args, run) =>
    run.arithmetic("%", numberAt(args, 0), numberAt(args, 1)),
  ),
  strict("POWER", ["number", "number"], "number", (args, run) =>
    run.arithmetic("^", numberAt(args, 0), numberAt(args, 1)),
  ),
  strict("SQRT", ["number"], "number", (args, run) => run.number(decimal.squareRoot(numberAt(args, 0)))),
];

export function counted(count: number): Datum {
  return { is: "number", number: decimal.fromInteger(count) };
}

/** The number at `index`; 0 where none stands. */
export function numberAt(args: readonly Datum[], index: number): decimal.Decimal {
  const arg = args[index];
  return arg?.is === "number" ? arg.number : decimal.ZERO;
}

/** The whole number at `index`, rounded down; `absent` where none stands. Clamped to 15 digits. */
export function integerAt(args: readonly Datum[], index: number, absent: number): number {
  const arg = args[index];
  if (arg?.is !== "number") return absent;
  const edge = arg.number.coefficient < 0n ? -999_999_999_999_999 : 999_999_999_999_999;
  return decimal.whole(decimal.floor(arg.number)) ?? edge;
}

/** Every value of the arguments, those in lists too, without the empty ones. */
export function each(args: readonly Datum[]): readonly Datum[] {
  return args.flatMap((arg) => (arg.is === "list" ? arg.items : [arg])).filter(({ is }) => is !== "empty");
}

export function numbers(args: readonly Datum[]): decimal.Decimal[] {
  return each(args).flatMap((item) => (item.is === "number" ? [item.number] : []));
}

export function total(all: readonly decimal.Decimal[]): decimal.Decimal | null {
  return all.reduce<decimal.Decimal | null>((sum, number) => sum && decimal.add(sum, number), decimal.ZERO);
}

export function mean(all: readonly decimal.Decimal[]): decimal.Decimal | null {
  const sum = total(all);
  return sum && decimal.divide(sum, decimal.fromInteger(all.length));
}

function average(args: readonly Datum[], run: Run): Datum {
  const all = numbers(args);
  return all.length === 0 ? EMPTY : run.number(mean(all));
}

function best(args: readonly Datum[], wanted: number): Datum {
  const [first = EMPTY, ...others] = each(args);
  return others.reduce((best, item) => (Math.sign(order(item, best) ?? 0) === wanted ? item : best), first);
}

function product(args: readonly Datum[], run: Run): Datum {
  const all = numbers(args);
  if (all.length === 0) return EMPTY;
  return run.number(
    all.reduce<decimal.Decimal | null>((result, one) => result && decimal.multiply(result, one), decimal.ONE),
  );
}

function rounds(rounding: decimal.Rounding): FunctionRow["evaluate"] {
  return (args, run) => run.number(decimal.round(numberAt(args, 0), integerAt(args, 1, 0), rounding));
}

/** To a multiple of the second argument, 1 where it is not given. */
function steps(rounding: decimal.Rounding): FunctionRow["evaluate"] {
  return (args, run) => {
    const unit = args.length > 1 ? decimal.absolute(numberAt(args, 1)) : decimal.ONE;
    if (unit.coefficient === 0n) return run.warn("division_by_zero");
    const count = decimal.divide(numberAt(args, 0), unit);
    const whole = count && decimal.round(count, 0, rounding);
    return run.number(whole && decimal.multiply(whole, unit));
  };
}
