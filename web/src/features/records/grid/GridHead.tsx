// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "@/i18n/words";
import { isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey, type Width } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { startDrag } from "@/ui/drag";
import { frozenAt, widened } from "../look/arrange";
import { gapAt, type Look, moveColumn, turnSort } from "../look/look";
import type { Arranged } from "../look/use_arrangement";
import styles from "./Grid.module.css";
import { HeadMenu } from "./HeadMenu";

export interface GridHeadProps {
  words: ColumnWords;
  look: Look;
  definition: FormDefinition;
  template: string;
  /** How far from the left each frozen column stays. */
  lefts: readonly number[];
  arranged: Arranged;
  onLook: (part: Partial<Look>) => void;
  onFilter: (column: Column) => void;
}

/** Headings: a click sorts, Shift adds to the order, a drag or Alt and an arrow moves the column, its right edge resizes (twice: as wide as what is in view).
 *  No frame of a scroll renders it. */
export const GridHead = memo(function GridHead({
  words,
  look,
  definition,
  template,
  lefts,
  arranged,
  onLook,
  onFilter,
}: GridHeadProps) {
  const { t } = useTranslation("records");
  const [said, say] = useState("");
  const { widths } = arranged.arrangement;
  const line = useRef<HTMLDivElement>(null);
  const grabbed = useRef(0);
  const grab = (event: PointerEvent<HTMLElement>) => {
    grabbed.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const headings = () => [...(line.current?.querySelectorAll("[role=columnheader]") ?? [])];
  /** Drawn while it is dragged, kept where it is dropped. */
  const resize = (event: PointerEvent<HTMLElement>, column: Column, set: (part: { widths: Width[] }) => void) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
    if (event.clientX === grabbed.current) arranged.draw({});
    else set({ widths: widened(widths, column, event.clientX - left) });
  };
  const widen = (index: number, column: Column) => {
    const cells = line.current?.parentElement?.querySelectorAll(`[aria-colindex="${index + 1}"]`) ?? [];
    const wide = Math.max(...[...cells].map(contentWidth));
    arranged.arrange({ widths: widened(widths, column, Math.min(FIT_MAX, Math.ceil(wide) + 26)) });
  };
  const move = (event: PointerEvent, from: number, label: string) =>
    startDrag<number>(event.nativeEvent, {
      label,
      sources: [event.currentTarget],
      over: (x) => {
        const { at, left } = gapAt(
          headings().map((one) => one.getBoundingClientRect()),
          x,
        );
        const box = line.current?.getBoundingClientRect();
        return { place: at, line: { left, top: box?.top ?? 0, width: 0, height: box?.height ?? 0 } };
      },
      drop: (to) => onLook({ columns: moveColumn(look.columns, from, to > from ? to - 1 : to) }),
    });
  const walk = (event: KeyboardEvent, from: number, label: string) => {
    const to = from + (event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0);
    if (!event.altKey || to === from || to < 0 || to >= look.columns.length) return;
    event.preventDefault();
    onLook({ columns: moveColumn(look.columns, from, to) });
    say(t("grid.movedTo", { column: label, at: to + 1, total: look.columns.length }));
  };
  return (
    <div ref={line} className={styles.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      {look.columns.map((column, index) => {
        const key = columnKey(column);
        const label = words.label(column);
        const sort = look.sort.find((one) => isSame(one.column, column));
        const rank = look.sort.length > 1 && sort ? look.sort.indexOf(sort) + 1 : null;
        return (
          <div
            key={key}
            role="columnheader"
            className={styles.heading}
            aria-colindex={index + 1}
            aria-sort={sort ? (sort.descending ? "descending" : "ascending") : "none"}
            style={index < lefts.length ? { left: lefts[index] } : undefined}
            data-frozen={frozenAt(index, lefts)}
          >
            <button
              type="button"
              className={styles.sort}
              title={t("sortBy", { column: label })}
              onPointerDown={(event) => move(event, index, label)}
              onKeyDown={(event) => walk(event, index, label)}
              onClick={({ shiftKey }) => onLook({ sort: turnSort(look.sort, column, shiftKey) })}
            >
              <span className={styles.text}>{label}</span>
              {sort && (sort.descending ? <ArrowDown size={14} /> : <ArrowUp size={14} />)}
              {rank}
            </button>
            <HeadMenu
              {...{ column, label, look, definition, arranged, onLook }}
              at={index}
              onFilter={() => onFilter(column)}
              onFit={() => widen(index, column)}
            />
            <span
              className={styles.grip}
              aria-hidden="true"
              onPointerDown={grab}
              onPointerMove={(event) => resize(event, column, arranged.draw)}
              onPointerUp={(event) => resize(event, column, arranged.arrange)}
              onDoubleClick={() => widen(index, column)}
            />
          </div>
        );
      })}
      {createPortal(
        // A row holds headings and nothing else.
        <span className={styles.unseen} aria-live="polite">
          {said}
        </span>,
        document.body,
      )}
    </div>
  );
});

/** However long a text is, it leaves room for the others. */
const FIT_MAX = 640;

/** Of what stands in a cell, even where it is cut off. */
const contentWidth = (cell: Element): number =>
  [...cell.children].reduce((sum, { scrollWidth }) => sum + scrollWidth + 4, 0);
