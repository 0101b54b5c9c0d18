// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { memo } from "react";
import type { RecordRow } from "@/api/records";
import { choicesOf, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import type { Value } from "@/model/value";
import { useColumnWords } from "@/ui/column_words";
import { OrderStateTag } from "@/ui/OrderStateTag";
import styles from "./Grid.module.css";

export interface GridRowProps {
  row: RecordRow;
  index: number;
  /** Pixels from the top of the body. */
  top: number;
  template: string;
  definition: FormDefinition;
  columns: readonly Column[];
  isOpen: boolean;
  /** The active cell, when it is in this row. */
  atColumn: number | null;
  onOpen: (id: string) => void;
  onCell: (column: number) => void;
}

export function GridRow({ row, index, top, template, definition, columns, isOpen, ...props }: GridRowProps) {
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={() => props.onOpen(row.id)}
    >
      {columns.map((column, at) => (
        <div
          key={columnKey(column)}
          id={`cell-${index}-${at}`}
          role="gridcell"
          className={styles.cell}
          aria-colindex={at + 1}
          data-at={props.atColumn === at}
          onClick={() => props.onCell(at)}
        >
          <Cell definition={definition} column={column} row={row} />
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  definition: FormDefinition;
  column: Column;
  row: RecordRow;
}

/** One line of a value. Options keep their colour, numbers stand right. */
export const Cell = memo(function Cell({ definition, column, row }: CellProps) {
  const words = useColumnWords(definition);
  if (column === "state") return <OrderStateTag state={row.state} bare />;
  const value: Value = row.values[columnKey(column)] ?? null;
  const kind = kindOf(column, definition);
  const choice = kind === "option" && choicesOf(column, definition).find(({ id }) => id === value);
  if (choice) {
    const color = choice.color ?? "gray";
    const style = { color: `var(--pick-${color})`, background: `var(--pick-${color}-soft)` };
    return (
      <span className={styles.choice} style={style}>
        {choice.label}
      </span>
    );
  }
  const text = words.text(column, value);
  return (
    <span className={styles.text} data-number={kind === "number" || kind === "duration"} title={text}>
      {text}
    </span>
  );
});
