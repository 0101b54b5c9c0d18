// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { toast } from "@/ui/toast";
import styles from "./Grid.module.css";
import { GridHead } from "./GridHead";
import { facesOf, GridRow } from "./GridRow";
import { type At, type Choice, chosenIn, only, step, tabbed } from "./grid_keys";
import type { Look } from "./look";
import type { Pages } from "./use_pages";
import { useWidths } from "./use_widths";

export interface GridProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  pages: Pages;
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
}

const ROW_HEIGHT = 40;
/** Browsers draw nothing taller than some 33 million pixels. */
const ROWS_DRAWN_MAX = 800_000;

/** Only the rows in view exist; heading and first column stay. Arrow keys walk the cells, Shift chooses more, Enter opens. */
export function Grid({ form, definition, look, pages, open, onOpen, onLook }: GridProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const box = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<Choice>(() => only({ row: 0, column: 0 }));
  const at = choice.to;
  const { template, resize } = useWidths(form, definition, look.columns);
  const faces = useMemo(() => facesOf(look.columns, definition), [look.columns, definition]);
  const count = Math.min(pages.total, ROWS_DRAWN_MAX);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { look: lookAt } = pages;
  useEffect(() => lookAt({ first, last }), [lookAt, first, last]);
  // Another question starts at its first row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason, not an input
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setChoice(({ to }) => only({ row: 0, column: to.column }));
  }, [pages.key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows when another record opens, not when it scrolls
  useEffect(() => {
    const row = open ? pages.indexOf(open) : -1;
    if (row < 0) return;
    setChoice(({ to }) => only({ row, column: to.column }));
    virtual.scrollToIndex(row);
  }, [open]);
  const pool = useRef(0);
  pool.current = Math.max(pool.current, items.length);

  const goTo = (next: At, extend: boolean) => {
    setChoice(({ from }) => ({ from: extend ? from : next, to: next }));
    virtual.scrollToIndex(next.row);
    const heading = box.current?.querySelector(`[aria-colindex="${next.column + 1}"]`);
    heading?.scrollIntoView({ inline: "nearest", block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing) return;
    const page = Math.floor((box.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 2;
    const next = step(at, event, { rows: count, columns: look.columns.length, page });
    const row = pages.rowAt(at.row);
    if (next) goTo(next, event.shiftKey);
    else if (event.key === "Enter" && row) onOpen(row.id);
    else if (event.key === "c" && (event.ctrlKey || event.metaKey)) void copy();
    else return;
    event.preventDefault();
  };
  const copy = () => {
    const [first, last] = [Math.min(choice.from.row, at.row), Math.max(choice.from.row, at.row)];
    const lines = Array.from({ length: last - first + 1 }, (_, index) => {
      const row = pages.rowAt(first + index);
      const [left, right] = chosenIn(choice, first + index) ?? [0, -1];
      const columns = row ? look.columns.slice(left, right + 1) : [];
      return columns.map((column) => words.text(column, row?.values[columnKey(column)]));
    });
    return navigator.clipboard.writeText(tabbed(lines)).then(() => toast.success(t("copied")), toast.problem);
  };
  const onCell = useCallback(
    (to: At, extend: boolean) => setChoice(({ from }) => ({ from: extend ? from : to, to })),
    [],
  );
  return (
    <div
      ref={box}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={t("title")}
      aria-rowcount={pages.total + 1}
      aria-colcount={look.columns.length}
      aria-activedescendant={`cell-${at.row}-${at.column}`}
      aria-busy={pages.isStale}
      onKeyDown={onKeyDown}
    >
      <GridHead words={words} look={look} template={template} onLook={onLook} onResize={resize} />
      <div className={styles.body} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.rowAt(index);
          const [chosenFrom, chosenTo] = chosenIn(choice, index) ?? [-1, -1];
          return (
            <GridRow
              // A row that leaves the view lends its elements to the one that enters.
              key={index % pool.current}
              row={row}
              index={index}
              top={start}
              template={template}
              words={words}
              faces={faces}
              isOpen={row !== undefined && row.id === open}
              atColumn={index === at.row ? at.column : null}
              chosenFrom={chosenFrom}
              chosenTo={chosenTo}
              onOpen={onOpen}
              onCell={onCell}
            />
          );
        })}
      </div>
    </div>
  );
}
