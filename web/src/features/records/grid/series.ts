// What a drag of the handle goes on with: 1, 2, 3; one day after the other; "Item 1", "Item 2". Pure.

import dayjs from "dayjs";
import type { Control } from "@/model/form";
import type { Value } from "@/model/value";
import type { Wish } from "./plan";

/** The value that is `times` steps after the last one. */
type Next = (times: number) => Value;

/** `null`: the values show no series, and of a single one only a `guess` makes one, by steps of one. */
export function seriesOf(values: readonly Value[], control: Control, guess: boolean): Next | null {
  if (values.length === 0 || (values.length === 1 && !guess)) return null;
  switch (control.kind) {
    case "number":
    case "money":
    case "percent":
    case "rating":
      return numbers(values.map(String));
    case "date":
      return days(values.map(String));
    case "datetime":
      return instants(values.map(Number));
    case "text":
      return numbered(values.map(String));
    default:
      return null;
  }
}

/** The step that leads from each to the next; a lone one goes by `first`. `null`: they differ, or nothing moves. */
function stepOf(numbers: readonly bigint[], first: bigint): bigint | null {
  const steps = numbers.slice(1).map((one, at) => one - (numbers[at] ?? 0n));
  const step = steps[0] ?? first;
  return step !== 0n && steps.every((one) => one === step) ? step : null;
}

function numbers(texts: readonly string[]): Next | null {
  if (!texts.every((text) => /^-?\d+(\.\d+)?$/.test(text))) return null;
  const decimals = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [left = "", right = ""] = text.split(".");
    return BigInt(left + right.padEnd(decimals, "0"));
  };
  const all = texts.map(whole);
  const step = stepOf(all, 10n ** BigInt(decimals));
  const last = all.at(-1);
  return step === null || last === undefined ? null : (times) => decimalOf(last + step * BigInt(times), decimals);
}

function decimalOf(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, "0");
  const [left, right] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${scaled < 0n ? "-" : ""}${left}${right && `.${right}`}`;
}

const DAY_MS = 86_400_000;

/** Day by day, or in steps of days; the same day of every month goes by months. */
function days(texts: readonly string[]): Next | null {
  if (!texts.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text))) return null;
  const [last = ""] = texts.slice(-1);
  const months = texts.map((text) => BigInt(Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))));
  const isMonthly = texts.length > 1 && new Set(texts.map((text) => text.slice(8))).size === 1;
  const byMonth = isMonthly ? stepOf(months, 1n) : null;
  if (byMonth !== null)
    return (times) =>
      dayjs(last)
        .add(Number(byMonth) * times, "month")
        .format("YYYY-MM-DD");
  const step = stepOf(
    texts.map((text) => BigInt(Date.parse(text) / DAY_MS)),
    1n,
  );
  if (step === null) return null;
  return (times) => new Date(Date.parse(last) + Number(step) * times * DAY_MS).toISOString().slice(0, 10);
}

function instants(values: readonly number[]): Next | null {
  if (!values.every((one) => Number.isSafeInteger(one) && one !== 0)) return null;
  const step = stepOf(values.map(BigInt), BigInt(DAY_MS));
  const last = values.at(-1);
  return step === null || last === undefined ? null : (times) => last + Number(step) * times;
}

/** The last number in a text counts; what stands around it is the same in each. */
function numbered(texts: readonly string[]): Next | null {
  const parts = texts.map((text) => /^(.*?)(\d{1,15})(\D*)$/s.exec(text));
  const [first] = parts;
  if (!first || !parts.every((part) => part?.[1] === first[1] && part?.[3] === first[3])) return null;
  const digits = parts.map((part) => part?.[2] ?? "");
  const step = stepOf(digits.map(BigInt), 1n);
  const last = digits.at(-1);
  if (step === null || last === undefined) return null;
  // A number that begins with 0 keeps its length.
  const width = digits.some((one) => one.startsWith("0") && one.length > 1) ? last.length : 0;
  return (times) => {
    const next = BigInt(last) + step * BigInt(times);
    // A minus would read as a dash: below nothing it counts up again, as spreadsheets do.
    return `${first[1]}${String(next < 0n ? -next : next).padStart(width, "0")}${first[3]}`;
  };
}

export interface Strip {
  control: Control | undefined;
  text: (value: Value) => string;
}

/** The block as high and as wide as what it is drawn over. Columns that show a series go on with it, the others repeat; `isOther` turns that around. */
export function drawnOver(
  block: readonly (readonly Wish[])[],
  size: { rows: number; columns: number },
  strips: readonly Strip[],
  isOther: boolean,
): Wish[][] {
  const high = block.length;
  const series = strips.map(({ control }, column) => {
    const values = block.map((line) => line[column]?.from?.value ?? null);
    if (!control || size.rows <= high) return null;
    const found = seriesOf(values, control, false);
    if (found) return isOther ? null : found;
    return isOther ? seriesOf(values, control, true) : null;
  });
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_, column): Wish => {
      const line = block[row % high] ?? [];
      const same = line[column % line.length] ?? { text: "" };
      const [next, strip] = [series[column], strips[column]];
      if (!next || !strip || row < high || !same.from) return same;
      const value = next(row - high + 1);
      return { text: strip.text(value), from: { key: same.from.key, value } };
    }),
  );
}
