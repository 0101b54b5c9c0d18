// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { ArrowDown, ArrowUp } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import styles from "./Grid.module.css";
import { type Look, turnSort, WIDTH_MIN } from "./look";

export interface GridHeadProps {
  definition: FormDefinition;
  look: Look;
  template: string;
  onLook: (part: Partial<Look>) => void;
  onResize: (key: string, width: number) => void;
}

/** Headings: a click sorts, Shift adds to the order, the right edge resizes. */
export function GridHead({ definition, look, template, onLook, onResize }: GridHeadProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const drag = (event: PointerEvent<HTMLElement>, key: string) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const cell = event.currentTarget.parentElement?.getBoundingClientRect();
    if (cell) onResize(key, Math.max(WIDTH_MIN, Math.round(event.clientX - cell.left)));
  };
  return (
    <div className={styles.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      {look.columns.map((column, index) => {
        const key = columnKey(column);
        const sort = look.sort.find((one) => isSame(one.column, column));
        const rank = look.sort.length > 1 && sort ? look.sort.indexOf(sort) + 1 : null;
        return (
          <div
            key={key}
            role="columnheader"
            tabIndex={-1}
            className={styles.heading}
            aria-colindex={index + 1}
            aria-sort={sort ? (sort.descending ? "descending" : "ascending") : "none"}
          >
            <button
              type="button"
              className={styles.sort}
              title={t("sortBy", { column: words.label(column) })}
              onClick={({ shiftKey }) => onLook({ sort: turnSort(look.sort, column, shiftKey) })}
            >
              <span className={styles.text}>{words.label(column)}</span>
              {sort && (sort.descending ? <ArrowDown size={14} /> : <ArrowUp size={14} />)}
              {rank}
            </button>
            <span
              className={styles.grip}
              aria-hidden="true"
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={(event) => drag(event, key)}
            />
          </div>
        );
      })}
    </div>
  );
}
