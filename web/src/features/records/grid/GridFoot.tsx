// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { useQuery } from "@tanstack/react-query";
import { Dropdown } from "antd";
import { memo } from "react";
import { tileQuery } from "@/api/boards";
import type { RecordQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { isMeasured, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey, type GroupChart, TOTAL_FOLDS, type TotalFold } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { foldOf, frozenAt, totalled } from "../look/arrange";
import type { Look } from "../look/look";
import type { Arranged } from "../look/use_arrangement";
import styles from "./Grid.module.css";

export interface GridFootProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  words: ColumnWords;
  template: string;
  lefts: readonly number[];
  arranged: Arranged;
  /** Its place among the rows. */
  at: number;
}

/** Totals of everything the filters hold, counted by the server; a press chooses how. */
export const GridFoot = memo(function GridFoot(props: GridFootProps) {
  const { form, definition, look, question, words, template, lefts, arranged, at } = props;
  const { t } = useTranslation("records");
  const { totals } = arranged.arrangement;
  return (
    <div className={styles.foot} role="row" aria-rowindex={at} style={{ gridTemplateColumns: template }}>
      {look.columns.map((column, index) => {
        const key = columnKey(column);
        const isTotal = isMeasured(kindOf(column, definition));
        return (
          <div
            key={key}
            role="gridcell"
            className={styles.total}
            aria-colindex={index + 1}
            style={index < lefts.length ? { left: lefts[index] } : undefined}
            data-frozen={frozenAt(index, lefts)}
          >
            {isTotal && !question.search && (
              <TotalCell
                column={column}
                fold={foldOf(totals, column)}
                form={form}
                question={question}
                words={words}
                onFold={(fold) => arranged.arrange({ totals: totalled(totals, column, fold) })}
              />
            )}
            {index === 0 && (!isTotal || question.search) && (
              <span className={styles.text} title={question.search ? t("grid.noTotals") : undefined}>
                {t(question.search ? "grid.noTotals" : "grid.totals")}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
});

interface TotalCellProps {
  column: Column;
  fold: TotalFold;
  form: string;
  question: RecordQuery;
  words: ColumnWords;
  onFold: (fold: TotalFold) => void;
}

function TotalCell({ column, fold, form, question, words, onFold }: TotalCellProps) {
  const { t } = useTranslation("records");
  const chart: GroupChart = { kind: "number", form, filters: question.filters, measure: { kind: fold, column } };
  const asked = tileQuery(chart);
  // Under the records' key, so that what makes the rows stale makes the total stale.
  const { data } = useQuery({ ...asked, queryKey: ["records", form, "total", chart] as never });
  const value = data?.total;
  const text =
    typeof value === "number" ? words.text(column, column === "duration" ? value : String(round(value))) : "–";
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [fold],
        items: TOTAL_FOLDS.map((key) => ({ key, label: t(`grid.total.${key}`), onClick: () => onFold(key) })),
      }}
    >
      <button
        type="button"
        className={styles.totalButton}
        title={t("grid.chooseTotal", { column: words.label(column) })}
      >
        <span className={styles.totalName}>{t(`grid.total.${fold}`)}</span>
        <span className={styles.totalValue} title={text}>
          {text}
        </span>
      </button>
    </Dropdown>
  );
}

/** Without the dust of binary fractions. */
const round = (value: number): number => Number(value.toPrecision(12));
