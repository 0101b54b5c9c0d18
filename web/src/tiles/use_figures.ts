// The figures of a tile in the words of whoever looks.

import type { TileData } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { useFormat } from "@/ui/format";
import { type Figures, groupFigures, tableFigures } from "./figures";
import { dimensionLabel, measureLabel } from "./labels";
import { readingsOf, splitsOf } from "./reading";
import { unitOf } from "./unit";
import { useTileWords } from "./words";

const NO_FORM: FormDefinition = { fields: [], sections: [] };

export function useFigures(chart: Chart, form: FormDefinition = NO_FORM): (data: TileData) => Figures {
  const { t } = useTranslation("tiles");
  const format = useFormat();
  const columns = useColumnWords(form);
  const words = useTileWords();
  return (data) => {
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
  };
}
