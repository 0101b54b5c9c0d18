// What a tile is called until somebody names it: the question it asks, in words.

import type { TFunction } from "i18next";
import type { Chart } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { dimensionLabel, measureLabel } from "./labels";

export function titleOf(chart: Chart, words: ColumnWords, t: TFunction<"tiles">): string {
  if (chart.kind === "table") return t("title.table");
  const measure = measureLabel(chart.measure, words, t);
  if (!chart.dimension) return measure;
  return t("title.by", { measure, dimension: dimensionLabel(chart.dimension, chart, words, t) });
}
