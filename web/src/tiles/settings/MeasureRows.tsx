import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import type { Measure } from "@/model/report";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { MEASURES, measured, measureOf, measuring } from "./chart_choice";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";

/** What is counted or folded, and of which number. */
export function MeasureRows({ chart, form, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  const words = useColumnWords(form);
  const { measure } = chart;
  const help = measure.kind === "mean_handling" ? { help: t("settings.handlingHelp") } : {};
  return (
    <>
      <PropertyRow label={t("settings.measure")} name="measure" problem={problemAt(problems, "measure")} {...help}>
        {(id) => (
          <Select<Measure["kind"]>
            id={id}
            value={measure.kind}
            options={MEASURES.map((kind) => ({ value: kind, label: t(`measure.${kind}`) }))}
            onChange={(kind) => set(measuring(chart, measureOf(kind, measure, form), form))}
          />
        )}
      </PropertyRow>
      {"column" in measure && (
        <PropertyRow label={t("settings.measureColumn")}>
          {(id) => (
            <Select
              id={id}
              value={columnKey(measure.column)}
              options={measured(form).map((column) => ({ value: columnKey(column), label: words.label(column) }))}
              onChange={(key) => {
                const column = columnOfKey(key);
                if (column) set(measuring(chart, { kind: measure.kind, column }, form));
              }}
            />
          )}
        </PropertyRow>
      )}
    </>
  );
}
