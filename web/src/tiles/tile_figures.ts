// The figures of a tile in the words of whoever looks.

import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import { type Figures, groupFigures, tableFigures } from "./figures";
import { dimensionLabel, measureLabel } from "./labels";
import { readingsOf, splitsOf } from "./reading";
import type { Speech } from "./speech";
import { unitOf } from "./unit";

export function figuresOf(chart: Chart, data: TileData, form: FormDefinition, speech: Speech): Figures {
  const { t, format, words } = speech;
  const columns = speech.columnsOf(form);
  if (chart.kind === "table") return tableFigures(chart, data, form, columns);
  const unit = unitOf(chart, data.format, form);
  const units = { number: unit.suffix, money: unit.currency, percent: "%", duration: t("hours"), datetime: "" };
  return groupFigures({
    chart,
    data,
    readings: readingsOf(chart, data, words),
    splits: splitsOf(chart, data, words),
    unit,
    format,
    words: {
      dimension: chart.dimension ? dimensionLabel(chart.dimension, chart, columns, t) : "",
      measure: measureLabel(chart.measure, columns, t),
      whole: t("whole"),
      before: t("periodBefore"),
      unit: units[unit.format],
    },
  });
}
