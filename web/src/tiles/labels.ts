// What a tile counts and by what, in words. Handlings have their own words: who handled, not who has it now.

import type { TFunction } from "i18next";
import type { Column, Dimension, Measure, Query } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";

type T = TFunction<"tiles">;

const HANDLED = ["handler", "department", "node"] as const;

/** As a dimension of `measure`. */
export function groupingLabel(column: Column, measure: Measure, words: ColumnWords, t: T): string {
  const handled = measure.kind === "mean_handling" && HANDLED.find((name) => name === column);
  return handled ? t(`handled.${handled}`) : words.label(column);
}

export function dimensionLabel(dimension: Dimension, { measure }: Pick<Query, "measure">, words: ColumnWords, t: T) {
  const label = groupingLabel(dimension.column, measure, words, t);
  return dimension.bucket ? t("byBucket", { label, bucket: t(`bucket.${dimension.bucket}`) }) : label;
}

export function measureLabel(measure: Measure, words: ColumnWords, t: T): string {
  const label = t(`measure.${measure.kind}`);
  return "column" in measure ? t("measureOf", { measure: label, column: words.label(measure.column) }) : label;
}
