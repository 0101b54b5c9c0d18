// What a tile's numbers mean, and how they read: whole in tables and tooltips, short on axes and labels.

import type { TileData } from "@/api/boards";
import { controlOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Chart, Measure } from "@/model/report";
import type { Format } from "@/ui/format";
import { type NumberLook, numberText, type Place } from "./number_text";

export interface Unit extends Omit<NumberLook, "kind"> {
  format: TileData["format"];
}

/** A mean of whole numbers is rarely whole. */
const MEAN_DECIMALS = 2;
const COUNT: Unit = { format: "number", currency: "CNY", suffix: "", decimals: 0 };

export function unitOf(chart: Chart, format: Unit["format"], form: FormDefinition | undefined): Unit {
  return chart.kind === "table"
    ? { ...COUNT, format }
    : { ...measureUnit(chart.measure, format, form), own: chart.format };
}

/** As the field says. */
export function measureUnit(measure: Measure, format: Unit["format"], form: FormDefinition | undefined): Unit {
  if (!("column" in measure) || !form) {
    return { ...COUNT, format, decimals: format === "number" ? 0 : MEAN_DECIMALS };
  }
  const control = controlOf(measure.column, form);
  const own = control && "decimals" in control ? control.decimals : 0;
  return {
    format,
    currency: control?.kind === "money" ? control.currency : "CNY",
    suffix: control?.kind === "number" ? control.unit : "",
    decimals: measure.kind === "mean" ? Math.max(own, MEAN_DECIMALS) : own,
  };
}

const NOTHING = "—";

function textOf(value: number | null | undefined, unit: Unit, place: Place, format: Format): string {
  if (value === null || value === undefined) return NOTHING;
  const { format: kind } = unit;
  switch (kind) {
    case "datetime":
      return format.dateTime(value);
    case "duration":
      return `${value < 0 ? "-" : ""}${format.span(value)}`;
    case "number":
    case "money":
    case "percent":
      return numberText(value, { ...unit, kind }, place, format);
  }
}

export const amountText = (value: number | null | undefined, unit: Unit, format: Format): string =>
  textOf(value, unit, "room", format);

/** Where space is short: 1.23万 kg, ¥12.3K. */
export const shortText = (value: number | null | undefined, unit: Unit, format: Format): string =>
  textOf(value, unit, "little", format);

/** What the values of an axis are divided by, so that its ticks are round, and how a tick then reads. */
export interface Scale {
  divisor: number;
  tick: (scaled: number) => string;
  /** Of a value beside its bar. */
  mark: (scaled: number) => string;
}

const TIMES = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** `max` is the largest value on the axis. */
export function scaleOf(max: number, unit: Unit, format: Format): Scale {
  if (unit.format !== "duration") {
    return {
      divisor: 1,
      tick: (value) => textOf(value, unit, "tick", format),
      mark: (value) => shortText(value, unit, format),
    };
  }
  const time = TIMES.find(({ ms }) => max >= 2 * ms) ?? TIMES[2];
  const tick = (value: number) =>
    format.number(value, { style: "unit", unit: time.unit, unitDisplay: "short", maximumFractionDigits: 1 });
  return { divisor: time.ms, tick, mark: tick };
}

/** The same difference in percent of `before`; `null` when there is nothing to compare with. */
export function changeOf(now: number | null, before: number | null | undefined): number | null {
  if (now === null || before === null || before === undefined || before === 0) return null;
  return ((now - before) / Math.abs(before)) * 100;
}
