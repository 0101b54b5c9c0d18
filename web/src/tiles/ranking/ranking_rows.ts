// The places of a ranking, largest first. Pure.

import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { GroupChart } from "@/model/report";
import { type Reading, readingsOf } from "../reading";
import type { Speech } from "../speech";
import { amountText, unitOf } from "../unit";

export interface RankingRow extends Pick<Reading, "key" | "label" | "isRest"> {
  /** From 1; a mark for the rest, which has none. */
  place: string;
  value: string;
  /** Of the largest, 0 to 1. */
  share: number;
  /** The token of its colour. */
  fill: string;
}

export function rankingRows(
  chart: GroupChart,
  data: TileData,
  form: FormDefinition | undefined,
  { words, format }: Pick<Speech, "words" | "format">,
): RankingRow[] {
  const readings = readingsOf(chart, data, words);
  const unit = unitOf(chart, data.format, form);
  const most = Math.max(...readings.map(({ value }) => Math.abs(value ?? 0)), 1e-9);
  return readings.map(({ key, label, value, color, isRest }, at) => ({
    key,
    label,
    isRest,
    place: isRest ? "…" : String(at + 1),
    value: amountText(value, unit, format),
    share: Math.abs(value ?? 0) / most,
    fill: isRest ? "line-strong" : `fill-${chart.color ?? color ?? "teal"}`,
  }));
}
