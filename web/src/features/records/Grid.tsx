// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordRow } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { readPreference, writePreference } from "@/ui/preference";
import styles from "./Grid.module.css";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import { type Look, type Widths, widthOf } from "./look";

export interface GridProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  rows: readonly RecordRow[];
  total: number;
  /** Rows of the question before, while the new ones are on their way. */
  isStale: boolean;
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
  onEnd: (() => void) | undefined;
}

const ROW_HEIGHT = 40;
const AHEAD_ROWS = 30;

/** Only the rows in view exist; heading and first column stay. Arrow keys walk the cells, Enter opens the record. */
export function Grid({ form, definition, look, rows, total, isStale, open, onOpen, onLook, onEnd }: GridProps) {
  const { t } = useTranslation("records");
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [widths, setWidths] = useState<Widths>(() => readPreference(`records.widths.${form}`, {}));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD_ROWS) onEnd?.();
  }, [last, rows.length, onEnd]);

  const template = look.columns.map((column) => `${widthOf(column, definition, widths)}px`).join(" ");
  const resize = (key: string, width: number) => {
    const next = { ...widths, [key]: width };
    setWidths(next);
    writePreference(`records.widths.${form}`, next);
  };
  const moveTo = (row: number, column: number) => {
    const next = {
      row: Math.min(rows.length - 1, Math.max(0, row)),
      column: Math.min(look.columns.length - 1, Math.max(0, column)),
    };
    setAt(next);
    virtual.scrollToIndex(next.row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.floor((box.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 2;
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(at.row + 1, at.column),
      ArrowUp: () => moveTo(at.row - 1, at.column),
      ArrowRight: () => moveTo(at.row, at.column + 1),
      ArrowLeft: () => moveTo(at.row, at.column - 1),
      PageDown: () => moveTo(at.row + page, at.column),
      PageUp: () => moveTo(at.row - page, at.column),
      Home: () => moveTo(event.ctrlKey ? 0 : at.row, 0),
      End: () => moveTo(event.ctrlKey ? rows.length - 1 : at.row, look.columns.length - 1),
      Enter: () => {
        const row = rows[at.row];
        if (row) onOpen(row.id);
      },
    };
    const move = event.target === box.current ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      ref={box}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={t("title")}
      aria-rowcount={total + 1}
      aria-colcount={look.columns.length}
      aria-activedescendant={`cell-${at.row}-${at.column}`}
      data-stale={isStale}
      onKeyDown={onKeyDown}
    >
      <GridHead definition={definition} look={look} template={template} onLook={onLook} onResize={resize} />
      <div className={styles.body} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              top={start}
              template={template}
              definition={definition}
              columns={look.columns}
              isOpen={row.id === open}
              atColumn={index === at.row ? at.column : null}
              onOpen={onOpen}
              onCell={(column) => setAt({ row: index, column })}
            />
          );
        })}
      </div>
      <span className={styles.spoken} aria-live="polite">
        {look.sort.map(({ column }) => columnKey(column)).length > 0 && t("sorted")}
      </span>
    </div>
  );
}
