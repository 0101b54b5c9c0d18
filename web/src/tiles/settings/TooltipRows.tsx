import { Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey, type GroupChart, type Measure, TILE_TOOLTIP_MAX } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { IconButton } from "@/ui/IconButton";
import { PlainButton } from "@/ui/PlainButton";
import { besideOf, MEASURES, measured, measureOf } from "./chart_choice";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";
import styles from "./TooltipRows.module.css";

/** The likeliest one to be missed. */
function further({ measure }: GroupChart, form: FormDefinition): Measure {
  return measure.kind === "count" ? besideOf(measured(form)[0] ?? "duration", form) : { kind: "count" };
}

/** Handlings are folded by themselves. */
const KINDS = MEASURES.filter((kind) => kind !== "mean_handling");

/** What is said besides of a bar, a point or a part that is pointed at, and in the table of the chart. */
export function TooltipRows({ chart, form, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  const words = useColumnWords(form);
  const said = chart.tooltip ?? [];
  const put = (tooltip: Measure[]) => set({ tooltip });
  const change = (at: number, measure: Measure) => put(said.map((one, place) => (place === at ? measure : one)));
  const columns = measured(form).map((column) => ({ value: columnKey(column), label: words.label(column) }));
  const row = (measure: Measure, at: number) => {
    const name = t("settings.said", { at: at + 1 });
    return (
      <li key={at} className={styles.measure}>
        <Select<Measure["kind"]>
          aria-label={name}
          value={measure.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`measure.${kind}`) }))}
          onChange={(kind) => change(at, measureOf(kind, measure, form))}
        />
        {"column" in measure && (
          <Select
            aria-label={t("settings.saidColumn", { at: at + 1 })}
            value={columnKey(measure.column)}
            options={columns}
            onChange={(key) => {
              const column = columnOfKey(key);
              if (column) change(at, { kind: measure.kind, column });
            }}
          />
        )}
        <IconButton
          label={t("settings.unsay", { at: at + 1 })}
          icon={<X size={15} />}
          onClick={() => put(said.filter((_, place) => place !== at))}
        />
      </li>
    );
  };
  return (
    <PropertyRow
      label={t("settings.tooltip")}
      name="tooltip"
      help={t("settings.tooltipHelp")}
      problem={problemAt(problems, "tooltip")}
    >
      {(id) => (
        <div id={id} className={styles.said}>
          {said.length > 0 && <ul>{said.map(row)}</ul>}
          {said.length < TILE_TOOLTIP_MAX && (
            <PlainButton size="small" onClick={() => put([...said, further(chart, form)])}>
              <Plus size={14} aria-hidden="true" />
              {t("settings.say")}
            </PlainButton>
          )}
        </div>
      )}
    </PropertyRow>
  );
}
