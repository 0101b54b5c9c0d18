import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import { columnKey, SPANS, type Span } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { dated } from "./chart_choice";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";

const ANY = "any";

/** Of which time the orders are; a comparison cannot do without. */
export function PeriodRows({ chart, form, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  const { t: tColumns } = useTranslation("columns");
  const words = useColumnWords(form);
  const period = chart.period ?? null;
  const spans: { value: Span | typeof ANY; label: string }[] = SPANS.map((span) => ({
    value: span,
    label: tColumns(`span.${span}`),
  }));
  if (chart.kind !== "number_change") spans.unshift({ value: ANY, label: t("settings.anyTime") });
  return (
    <>
      <PropertyRow label={t("settings.period")} name="period" problem={problemAt(problems, "period")}>
        {(id) => (
          <Select<Span | typeof ANY>
            id={id}
            value={period?.span ?? ANY}
            options={spans}
            onChange={(span) => set({ period: span === ANY ? null : { column: period?.column ?? "created_at", span } })}
          />
        )}
      </PropertyRow>
      {period && (
        <PropertyRow label={t("settings.periodColumn")}>
          {(id) => (
            <Select
              id={id}
              value={columnKey(period.column)}
              options={dated(form).map((column) => ({ value: columnKey(column), label: words.label(column) }))}
              onChange={(key) => {
                const column = columnOfKey(key);
                if (column) set({ period: { ...period, column } });
              }}
            />
          )}
        </PropertyRow>
      )}
    </>
  );
}
