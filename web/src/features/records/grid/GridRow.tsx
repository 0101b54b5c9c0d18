// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { memo } from "react";
import type { RecordRow } from "@/api/records";
import { type ColumnKind, choicesOf, kindOf } from "@/model/column";
import type { Choice, FormDefinition } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { STATE_TONES } from "@/ui/OrderStateTag";
import { StateTag } from "@/ui/StateTag";
import { frozenAt } from "../look/arrange";
import { CellMark } from "./CellMark";
import { type Mark, type RowMarks, shownValue } from "./cells";
import styles from "./Grid.module.css";

/** What a column looks like, found once and not for every cell. */
export interface Face {
  key: string;
  column: Column;
  kind: ColumnKind | null;
  choices: readonly Choice[];
}

export const facesOf = (columns: readonly Column[], form: FormDefinition): Face[] =>
  columns.map((column) => ({
    key: columnKey(column),
    column,
    kind: kindOf(column, form),
    choices: choicesOf(column, form),
  }));

export interface GridRowProps {
  /** `undefined`: on its way. */
  row: RecordRow | undefined;
  index: number;
  /** Pixels from the top of the body. */
  top: number;
  height: number;
  template: string;
  /** How far from the left each frozen column stays. */
  lefts: readonly number[];
  words: ColumnWords;
  faces: readonly Face[];
  marks: RowMarks | undefined;
  isOpen: boolean;
  /** The first cell opens the record: the others are written. */
  isOpener: boolean;
  /** The active cell, when it is in this row. */
  atColumn: number | null;
  /** First and last chosen column; -1: none. */
  chosenFrom: number;
  chosenTo: number;
  /** The same of what the handle is drawn over. */
  fillingFrom: number;
  fillingTo: number;
  /** The column that carries the handle. */
  handleAt: number;
}

/** Every frame of a scroll renders some of these: nothing in here subscribes to anything per cell. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, faces, words, lefts, marks } = props;
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={props.isOpen}
      style={{
        gridTemplateColumns: props.template,
        top: props.top,
        height: props.height,
      }}
    >
      {faces.map((face, at) => {
        const mark = marks?.[face.key];
        const isChosen = at >= props.chosenFrom && at <= props.chosenTo;
        return (
          <div
            key={face.key}
            id={`cell-${index}-${at}`}
            role="gridcell"
            className={styles.cell}
            aria-colindex={at + 1}
            aria-selected={isChosen || undefined}
            aria-invalid={mark?.outcome.state === "error" || mark?.outcome.state === "conflict" || undefined}
            style={at < lefts.length ? { left: lefts[at] } : undefined}
            data-frozen={frozenAt(at, lefts)}
            data-at={props.atColumn === at || undefined}
            data-chosen={isChosen || undefined}
            data-filling={(at >= props.fillingFrom && at <= props.fillingTo) || undefined}
          >
            {row ? (
              <Cell face={face} row={row} words={words} mark={mark} isOpener={props.isOpener && at === 0} />
            ) : (
              <span className={styles.awaited} />
            )}
            {mark && <CellMark mark={mark} />}
            {props.handleAt === at && <span className={styles.handle} data-handle="" />}
          </div>
        );
      })}
    </div>
  );
});

interface CellProps {
  face: Face;
  row: RecordRow;
  words: ColumnWords;
  mark: Mark | undefined;
  isOpener: boolean;
}

/** One line of a value. Options keep their colour, numbers stand right. */
function Cell({ face: { key, column, kind, choices }, row, words, mark, isOpener }: CellProps) {
  if (column === "state") {
    return (
      <StateTag tone={STATE_TONES[row.state]} bare>
        {words.text(column, row.state)}
      </StateTag>
    );
  }
  const value = shownValue(mark, row, key);
  if (kind === "option" && value !== null) {
    const several = new Set(Array.isArray(value) ? value : [value]);
    return choices
      .filter(({ id }) => several.has(id))
      .map(({ id, label, color = "gray" }) => (
        <span key={id} className={styles.choice} style={colorOf(color)}>
          {label}
        </span>
      ));
  }
  const text = words.text(column, value);
  return (
    <span
      className={styles.text}
      data-number={kind === "number" || kind === "duration" || undefined}
      data-opens={isOpener || undefined}
      title={text || undefined}
    >
      {text}
    </span>
  );
}

const colorOf = (color: string) => ({ color: `var(--pick-${color})`, background: `var(--pick-${color}-soft)` });
