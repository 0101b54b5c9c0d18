// What a tile's numbers mean, and how they read: whole in tables and tooltips, short on axes and labels.

import type { TileData } from "@/api/boards";
import { controlOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import type { Format } from "@/ui/format";

export interface Unit {
  format: TileData["format"];
  /** ISO 4217; of money. */
  currency: string;
  /** Behind plain numbers: `kg`. */
  suffix: string;
  decimals: number;
}

/** A mean of whole numbers is rarely whole. */
const MEAN_DECIMALS = 2;
const COUNT: Unit = { format: "number", currency: "CNY", suffix: "", decimals: 0 };

export function unitOf(chart: Chart, format: Unit["format"], form: FormDefinition | undefined): Unit {
  if (chart.kind === "table" || !("column" in chart.measure) || !form) {
    return { ...COUNT, format, decimals: format === "number" ? 0 : MEAN_DECIMALS };
  }
  const control = controlOf(chart.measure.column, form);
  const own = control && "decimals" in control ? control.decimals : 0;
  return {
    format,
    currency: control?.kind === "money" ? control.currency : "CNY",
    suffix: control?.kind === "number" ? control.unit : "",
    decimals: chart.measure.kind === "mean" ? Math.max(own, MEAN_DECIMALS) : own,
  };
}

const NOTHING = "—";
const SHORT_FROM = 10_000;

const withSuffix = (number: string, { suffix }: Unit): string => (suffix ? `${number} ${suffix}` : number);

export function amountText(value: number | null | undefined, unit: Unit, format: Format): string {
  if (value === null || value === undefined) return NOTHING;
  switch (unit.format) {
    case "number":
      return withSuffix(format.number(value, { maximumFractionDigits: unit.decimals }), unit);
    case "percent":
      return `${format.number(value, { maximumFractionDigits: unit.decimals })}%`;
    case "datetime":
      return format.dateTime(value);
    case "duration":
      return `${value < 0 ? "-" : ""}${format.span(value)}`;
    case "money":
      return format.number(value, {
        style: "currency",
        currency: unit.currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: 0,
        maximumFractionDigits: unit.decimals,
      });
  }
}

/** Where space is short: 1.23万 kg, ¥12.3K. */
export function shortText(value: number | null | undefined, unit: Unit, format: Format): string {
  if (value === null || value === undefined || Math.abs(value) < SHORT_FROM) return amountText(value, unit, format);
  switch (unit.format) {
    case "number":
      return withSuffix(format.short(value), unit);
    case "money":
      return format.number(value, {
        style: "currency",
        currency: unit.currency,
        currencyDisplay: "narrowSymbol",
        notation: "compact",
        maximumFractionDigits: 2,
      });
    case "percent":
    case "duration":
    case "datetime":
      return amountText(value, unit, format);
  }
}

/** What the values of an axis are divided by, so that its ticks are round, and how a tick then reads. */
export interface Scale {
  divisor: number;
  tick: (scaled: number) => string;
}

const TIMES = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** `max` is the largest value on the axis. */
export function scaleOf(max: number, unit: Unit, format: Format): Scale {
  if (unit.format !== "duration") return { divisor: 1, tick: (value) => shortText(value, unit, format) };
  const time = TIMES.find(({ ms }) => max >= 2 * ms) ?? TIMES[2];
  return {
    divisor: time.ms,
    tick: (value) =>
      format.number(value, { style: "unit", unit: time.unit, unitDisplay: "short", maximumFractionDigits: 1 }),
  };
}

/** The same difference in percent of `before`; `null` when there is nothing to compare with. */
export function changeOf(now: number | null, before: number | null | undefined): number | null {
  if (now === null || before === null || before === undefined || before === 0) return null;
  return ((now - before) / Math.abs(before)) * 100;
}
