import { GripVertical } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import { columnsOf, isDated, isMeasured, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Chart, type Column, columnKey } from "@/model/report";
import { poured, type Well, wellsOf } from "@/tiles/settings/wells";
import { useColumnWords } from "@/ui/column_words";
import { startDrag } from "@/ui/drag";
import styles from "../surface/designer.module.css";

export interface FieldChipsProps {
  chart: Chart;
  form: FormDefinition;
  onChange: (chart: Chart) => void;
}

/** Everything the chart could be asked about: dragged into a row of the inspector, or clicked into the first that takes it. */
export function FieldChips({ chart, form, onChange }: FieldChipsProps) {
  const { t } = useTranslation("boards");
  const words = useColumnWords(form);
  const pour = (column: Column, well: Well | undefined) => well && onChange(poured(chart, well, column, form));
  const drag = (event: PointerEvent, column: Column) => {
    const fits = wellsOf(chart, column, form);
    startDrag<Well>(event.nativeEvent, {
      label: words.label(column),
      sources: [event.currentTarget],
      over: (_x, _y, under) => {
        const row = under?.closest<HTMLElement>("[data-property]");
        const well = fits.find((one) => one === row?.dataset.property);
        if (!row) return { place: null };
        if (!well) return { place: null, deny: t("notThere", { field: words.label(column) }) };
        const { left, bottom, width } = row.getBoundingClientRect();
        return { place: well, line: { left, top: bottom + 3, width, height: 0 } };
      },
      drop: (well) => pour(column, well),
    });
  };
  return (
    <ul className={styles.chips} aria-label={t("fields")}>
      {columnsOf(form).map((column) => {
        const [first] = wellsOf(chart, column, form);
        if (!first) return null;
        const kind = kindOf(column, form);
        const mark = isMeasured(kind) ? "number" : isDated(kind) ? "date" : "text";
        return (
          <li key={columnKey(column)}>
            <button
              type="button"
              className={styles.chip}
              data-mark={mark}
              onClick={() => pour(column, first)}
              onPointerDown={(event) => drag(event, column)}
            >
              <GripVertical size={12} aria-hidden="true" />
              {words.label(column)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
