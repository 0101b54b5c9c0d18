// The figures of a tile in the words of whoever looks.

import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import { besidesOf } from "./besides";
import { type Figures, groupFigures, headed, tableFigures } from "./figures";
import { dimensionLabel, measureLabel } from "./labels";
import { unitWord } from "./number_text";
import { readingsOf, splitsOf } from "./reading";
import type { Speech } from "./speech";
import { type Unit, unitOf } from "./unit";

export function figuresOf(chart: Chart, data: TileData, form: FormDefinition, speech: Speech): Figures {
  const { t, format, words } = speech;
  const columns = speech.columnsOf(form);
  if (chart.kind === "table") return tableFigures(chart, data, form, columns);
  const unit = unitOf(chart, data.format, form);
  return groupFigures({
    chart,
    data,
    readings: readingsOf(chart, data, words),
    splits: splitsOf(chart, data, words),
    unit,
    besides: besidesOf(chart, data, form, speech).map((one) => ({
      ...one,
      head: headed(one.label, headOf(one.unit, t)),
    })),
    format,
    words: {
      dimension: chart.dimension ? dimensionLabel(chart.dimension, chart, columns, t) : "",
      measure: measureLabel(chart.measure, columns, t),
      whole: t("whole"),
      before: t("periodBefore"),
      unit: headOf(unit, t),
    },
  });
}

/** Of bare numbers: a moment has none. */
function headOf(unit: Unit, t: Speech["t"]): string {
  const { format: kind } = unit;
  if (kind === "duration") return t("hours");
  return kind === "datetime" ? "" : unitWord({ ...unit, kind });
}
