// The places of a ranking, largest first. Pure.

import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { GroupChart } from "@/model/report";
import { besidesOf } from "../besides";
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
  /** Its name, and what is only said of it when it is pointed at, line by line. */
  said: string;
}

export function rankingRows(
  chart: GroupChart,
  data: TileData,
  form: FormDefinition | undefined,
  speech: Speech,
): RankingRow[] {
  const { words, format, t } = speech;
  const besides = besidesOf(chart, data, form, speech);
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
    said: [
      label,
      ...besides.map((one) => t("said", { label: one.label, value: amountText(one.values[at], one.unit, format) })),
    ].join("\n"),
    fill: isRest ? "line-strong" : `fill-${chart.color ?? color ?? "teal"}`,
  }));
}
