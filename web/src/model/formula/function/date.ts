// Dates and times. A date counts as the midnight it begins with, on the clocks of the environment's zone.

import { clock, DAY_MS, dayOf, HOUR_MS, instant, local, MINUTE_MS, midnight } from "../civil";
import { type Datum, EMPTY } from "../datum";
import * as decimal from "../decimal";
import type { Run } from "../eval";
import { formatMoment } from "../format";
import { type Civil, civil, date, fromYmd, parseDate, plusDays, plusMonths, week, weekday } from "../moment";
import { counted, integerAt, numberAt } from "./number";
import { type FunctionRow, open, type Shape, strict } from "./row";
import { textAt, trim } from "./text";

const DAY_UNITS = ["year", "quarter", "month", "week", "day"];
const ANY_UNIT: Shape = { words: [...DAY_UNITS, "hour", "minute", "second"] };
const DAY_UNIT: Shape = { words: DAY_UNITS };

export const DATE: readonly FunctionRow[] = [
  open("NOW", [], "date_time", (_, run) => ({ is: "date_time", at: run.env.now })),
  open("TODAY", [], "date", (_, run) => ({ is: "date", day: today(run) })),
  strict("DATE", ["number", "number", "number"], "date", (args, run) =>
    run.date(fromYmd(integerAt(args, 0, 0), integerAt(args, 1, 0), integerAt(args, 2, 0))),
  ),
  strict("DATEOF", ["moment"], "date", (args, run) => ({ is: "date", day: dayAt(args, run) })),
  strict("PARSEDATE", ["text"], "date", (args) => {
    const day = parseDate(trim(textAt(args, 0)));
    return day === null ? EMPTY : { is: "date", day };
  }),
  part("YEAR", ({ year }) => year),
  part("QUARTER", ({ month }) => Math.ceil(month / 3)),
  part("MONTH", ({ month }) => month),
  strict("WEEK", ["moment"], "number", (args, run) => counted(week(dayAt(args, run)))),
  strict("WEEKDAY", ["moment"], "number", (args, run) => counted(weekday(dayAt(args, run)))),
  part("DAY", ({ day }) => day),
  part("HOUR", ({ hour }) => hour),
  part("MINUTE", ({ minute }) => minute),
  part("SECOND", ({ second }) => second),
  strict("DATEADD", ["moment", "number", ANY_UNIT], "moment", dateAdd),
  strict("DATEDIFF", ["moment", "moment", ANY_UNIT], "number", dateDiff),
  strict("STARTOF", ["moment", DAY_UNIT], "date", (args, run) => run.date(bounds(args, run)?.[0] ?? null)),
  strict("ENDOF", ["moment", DAY_UNIT], "date", (args, run) => run.date(bounds(args, run)?.[1] ?? null)),
  strict("EOMONTH", ["moment"], "date", endOfMonth, { mayTake: ["number"] }),
  strict("FORMATDATE", ["moment", "text"], "text", (args, run) =>
    run.text(formatMoment(civil(localAt(args, 0, run)), textAt(args, 1))),
  ),
  strict("AGE", ["moment"], "number", (args, run) =>
    counted(Math.trunc(monthsBetween(midnight(dayAt(args, run)), midnight(today(run))) / 12)),
  ),
];

function part(name: string, read: (civil: Civil) => number): FunctionRow {
  return strict(name, ["moment"], "number", (args, run) => counted(read(civil(localAt(args, 0, run)))));
}

function today(run: Run): number {
  return dayOf(local(run.env.now, run.env.zone));
}

/** What the clocks show at the argument; 1970 where none stands. */
function localAt(args: readonly Datum[], index: number, run: Run): number {
  const arg = args[index];
  if (arg?.is === "date") return midnight(arg.day);
  return arg?.is === "date_time" ? local(arg.at, run.env.zone) : 0;
}

function dayAt(args: readonly Datum[], run: Run): number {
  return dayOf(localAt(args, 0, run));
}

/** How much one of a unit is: months, days or milliseconds. */
type Unit = { months: number } | { days: number } | { ms: number };

function unitOf(word: string): Unit {
  switch (word) {
    case "year":
      return { months: 12 };
    case "quarter":
      return { months: 3 };
    case "month":
      return { months: 1 };
    case "week":
      return { days: 7 };
    case "hour":
      return { ms: HOUR_MS };
    case "minute":
      return { ms: MINUTE_MS };
    case "second":
      return { ms: 1_000 };
    default:
      return { days: 1 };
  }
}

/** Days and longer units move on the calendar and keep the clock time; only hours and shorter ones may be broken numbers. */
function dateAdd(args: readonly Datum[], run: Run): Datum {
  const count = integerAt(args, 1, 0);
  const unit = unitOf(textAt(args, 2));
  const from = localAt(args, 0, run);
  const [start] = args;
  if ("ms" in unit) {
    const product = decimal.multiply(numberAt(args, 1), decimal.fromInteger(unit.ms));
    const elapsed = product && decimal.whole(decimal.truncate(product));
    if (elapsed === null) return run.warn("date_out_of_range");
    if (start?.is === "date_time") return instantDatum(start.at + elapsed, run);
    return run.date(date(Math.floor((from + elapsed) / DAY_MS)));
  }
  const moved =
    "months" in unit ? plusMonths(dayOf(from), count * unit.months) : plusDays(dayOf(from), count * unit.days);
  if (moved === null || start?.is !== "date_time") return run.date(moved);
  return instantDatum(instant(midnight(moved) + clock(from), run.env.zone), run);
}

function instantDatum(at: number, run: Run): Datum {
  return date(Math.floor(at / DAY_MS)) === null ? run.warn("date_out_of_range") : { is: "date_time", at };
}

/** From the first to the second: whole months, quarters and years; exact weeks, days, hours, minutes and seconds. */
function dateDiff(args: readonly Datum[], run: Run): Datum {
  const unit = unitOf(textAt(args, 2));
  if ("months" in unit) {
    const months = monthsBetween(localAt(args, 0, run), localAt(args, 1, run));
    return counted(Math.trunc(months / unit.months));
  }
  const [from, to] = args;
  const elapsed =
    from?.is === "date" && to?.is === "date"
      ? midnight(to.day) - midnight(from.day)
      : instantAt(args, 1, run) - instantAt(args, 0, run);
  const ms = "days" in unit ? unit.days * DAY_MS : unit.ms;
  return run.number(decimal.divide(decimal.fromInteger(elapsed), decimal.fromInteger(ms)));
}

function instantAt(args: readonly Datum[], index: number, run: Run): number {
  const arg = args[index];
  return arg?.is === "date_time" ? arg.at : instant(localAt(args, index, run), run.env.zone);
}

/** Complete months, negative when `to` is earlier. */
function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const [first, last] = [civil(from), civil(to)];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  const day = plusMonths(dayOf(from), months);
  const isReached = day !== null && midnight(day) + clock(from) <= to;
  return isReached ? months : months - 1;
}

/** The first and the last day of the unit the argument lies in. */
function bounds(args: readonly Datum[], run: Run): [first: number, last: number] | null {
  const day = dayAt(args, run);
  const { year, month } = civil(midnight(day));
  const unit = unitOf(textAt(args, 1));
  if ("months" in unit) {
    const first = fromYmd(year, month - ((month - 1) % unit.months), 1);
    const next = first === null ? null : plusMonths(first, unit.months);
    return first === null || next === null ? null : [first, next - 1];
  }
  const isWeek = "days" in unit && unit.days === 7;
  const first = isWeek ? plusDays(day, 1 - weekday(day)) : day;
  const next = first === null ? null : plusDays(first, isWeek ? 7 : 1);
  return first === null || next === null ? null : [first, next - 1];
}

function endOfMonth(args: readonly Datum[], run: Run): Datum {
  const { year, month } = civil(localAt(args, 0, run));
  const first = fromYmd(year, month, 1);
  const next = first === null ? null : plusMonths(first, integerAt(args, 1, 0) + 1);
  return run.date(next === null ? null : plusDays(next, -1));
}
