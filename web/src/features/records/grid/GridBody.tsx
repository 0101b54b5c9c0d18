import { Fragment, type ReactNode } from "react";
import type { RecordRow } from "@/api/records";
import type { ColumnWords } from "@/ui/column_words";
import { GroupHead, HEAD_PX } from "../pages/GroupHead";
import type { Group } from "../pages/use_groups";
import { type Pages, useLooked } from "../pages/use_pages";
import type { CellsState } from "./cells";
import styles from "./Grid.module.css";
import { type Face, GridRow } from "./GridRow";
import { type Box, boxOf, chosenIn } from "./grid_keys";
import { useInView } from "./row_window";
import type { ChoiceState } from "./use_choice";

interface GridBodyProps {
  pages: Pages;
  chosen: ChoiceState;
  marks: CellsState["marks"];
  height: number;
  template: string;
  lefts: readonly number[];
  words: ColumnWords;
  faces: readonly Face[];
  hasHead: (index: number) => boolean;
  headOf: (row: RecordRow) => Group | null;
  /** What the handle is drawn over. */
  filling: Box | null;
  mayEdit: boolean;
  open: string | undefined;
  onFold: (key: string) => void;
  /** What stands over the rows. */
  children: ReactNode;
}

/** The rows in view, and nothing around them: a scrolled frame renders this alone. */
export function GridBody(props: GridBodyProps) {
  const { pages, chosen, marks, height, template, lefts, words, faces, hasHead, headOf, filling, mayEdit, open } =
    props;
  const { choice, rowWindow } = chosen;
  const items = useInView(rowWindow);
  useLooked(pages, items);
  const corner = choice && boxOf(choice);
  return (
    <div className={styles.body} role="presentation" style={{ height: rowWindow.virtual.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const row = pages.rowAt(index);
        const [chosenFrom, chosenTo] = (choice && chosenIn(choice, index)) ?? [-1, -1];
        const isFilling = filling && index >= filling.top && index <= filling.bottom;
        const head = row && hasHead(index) ? headOf(row) : null;
        return (
          // A row that leaves the view lends its elements to the one that enters.
          <Fragment key={index % items.length}>
            {head && <GroupHead group={head} top={start} columns={faces.length} onFold={props.onFold} />}
            <GridRow
              {...{ row, index, height, template, lefts, words, faces }}
              top={head ? start + HEAD_PX : start}
              marks={row && marks.get(row.id)}
              isOpen={row !== undefined && row.id === open}
              isOpener={mayEdit}
              atColumn={index === choice?.to.row ? choice.to.column : null}
              chosenFrom={chosenFrom}
              chosenTo={chosenTo}
              fillingFrom={isFilling ? filling.left : -1}
              fillingTo={isFilling ? filling.right : -1}
              handleAt={mayEdit && index === corner?.bottom ? corner.right : -1}
            />
          </Fragment>
        );
      })}
      {props.children}
    </div>
  );
}
