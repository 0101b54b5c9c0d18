// Everything a drawing needs, gathered once: what to show, in which words, units and colours.

import { useMemo } from "react";
import type { TileData } from "@/api/boards";
import type { Color } from "@/model/color";
import type { FormDefinition } from "@/model/form";
import type { GroupChart } from "@/model/report";
import { besidesOf } from "../besides";
import { type Reading, readingsOf, type Split, splitsOf } from "../reading";
import { type Speech, useSpeech } from "../speech";
import { amountText, type Scale, scaleOf, shortText, unitOf } from "../unit";
import { type Paint, usePaint } from "./paint";

export interface Drawing {
  readings: readonly Reading[];
  splits: readonly Split[];
  /** The dimension is a date: the axis runs with time. */
  isTime: boolean;
  /** There is nothing between one and two. */
  isCounted: boolean;
  scale: Scale;
  amount: (value: number | null) => string;
  short: (value: number | null) => string;
  /** Shorter still: on the axis and beside bars. */
  mark: (value: number | null) => string;
  /** What is said besides of a group that is pointed at: labels and values. */
  said: (index: number) => readonly { label: string; value: string }[];
  /** Chosen for the whole chart. */
  color: Color | null;
  target: { value: number; label: string } | null;
  total: number | null;
  /** What all parts of a group together are called; `null` where they do not add up to it. */
  whole: string | null;
  paint: Paint;
  canOpen: boolean;
  /** Of the box, in pixels; 0 before it is known. */
  width: number;
}

function largest(readings: readonly Reading[]): number {
  return Math.max(
    0,
    ...readings.flatMap(({ value, parts }) => [value ?? 0, ...[...parts.values()].map((v) => v ?? 0)]),
  );
}

export interface DrawingSource {
  chart: GroupChart;
  data: TileData;
  form: FormDefinition | undefined;
  canOpen: boolean;
  width?: number;
}

export function useDrawing({ chart, data, form, canOpen, width = 0 }: DrawingSource): Drawing {
  const speech = useSpeech();
  const paint = usePaint();
  return useMemo(
    () => drawingOf({ chart, data, form, canOpen, width }, speech, paint),
    [chart, data, form, canOpen, width, speech, paint],
  );
}

export function drawingOf(source: DrawingSource, speech: Speech, paint: Paint): Drawing {
  const { t, words, format } = speech;
  const { chart, data, form, canOpen, width = 0 } = source;
  const readings = readingsOf(chart, data, words);
  const unit = unitOf(chart, data.format, form);
  const amount = (value: number | null) => amountText(value, unit, format);
  const besides = besidesOf(chart, data, form, speech);
  const target = chart.target ? Number(chart.target) : Number.NaN;
  const scale = scaleOf(Math.max(largest(readings), target || 0), unit, format);
  return {
    readings,
    splits: splitsOf(chart, data, words),
    isTime: Boolean(chart.dimension?.bucket),
    isCounted: chart.measure.kind === "count",
    scale,
    mark: (value: number | null) => (value === null ? "" : scale.mark(value / scale.divisor)),
    amount,
    short: (value: number | null) => shortText(value, unit, format),
    said: (index: number) =>
      besides.map(({ label, unit: its, values }) => ({ label, value: amountText(values[index], its, format) })),
    color: chart.color ?? null,
    target: Number.isFinite(target) ? { value: target, label: t("targetOf", { value: amount(target) }) } : null,
    total: data.total,
    whole: ["count", "sum"].includes(chart.measure.kind) ? t("whole") : null,
    paint,
    canOpen,
    width,
  };
}
