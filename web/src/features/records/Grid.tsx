// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { Fragment, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { RecordQuery } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { useColumnWords } from "@/ui/column_words";
import { ROW_PX, tracks } from "./arrange";
import { CellEditor } from "./CellEditor";
import { CellTrouble } from "./CellTrouble";
import styles from "./Grid.module.css";
import { GridFoot } from "./GridFoot";
import { GridHead } from "./GridHead";
import { facesOf, GridRow } from "./GridRow";
import { GroupHead, HEAD_PX } from "./GroupHead";
import { boxOf, chosenIn } from "./grid_keys";
import type { Look } from "./look";
import { PlanDialog } from "./PlanDialog";
import type { Arranged } from "./use_arrangement";
import { useBlock } from "./use_block";
import { useCells } from "./use_cells";
import { useChoice } from "./use_choice";
import { useEditing } from "./use_editing";
import { useGridKeys } from "./use_grid_keys";
import { useGroups } from "./use_groups";
import { useLanes, useNameBook } from "./use_lanes";
import type { Pages } from "./use_pages";
import { usePointer } from "./use_pointer";

export interface GridProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  pages: Pages;
  arranged: Arranged;
  mayEdit: boolean;
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
  /** A group's rows leave the list. */
  onFold: (key: string) => void;
  /** The list asks nothing while many cells are saved. */
  onHold: (isHeld: boolean) => void;
}

/** Only the rows in view exist; heading, frozen columns and totals stay. Cells are walked, chosen, written, copied and pasted over. */
export function Grid(props: GridProps) {
  const { form, definition, look, question, pages, arranged, mayEdit, open, onOpen, onLook } = props;
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const box = useRef<HTMLDivElement>(null);
  const lanes = useLanes(look.columns, definition, words, mayEdit);
  const faces = useMemo(() => facesOf(look.columns, definition), [look.columns, definition]);
  const cells = useCells();
  const marks = useStore(cells.store, (state) => state.marks);
  const height = ROW_PX[arranged.arrangement.height];
  const { hasHead, headOf } = useGroups({ form, definition, group: look.group, question, words, pages });
  const chosen = useChoice({ box, pages, columns: look.columns.length, height, hasHead, open });
  const { choice, virtual, items } = chosen;
  const { template, lefts } = useMemo(
    () => tracks(look.columns, definition, arranged.arrangement, box.current?.clientWidth ?? window.innerWidth),
    [look.columns, definition, arranged.arrangement],
  );
  const block = useBlock({ pages, lanes, names: useNameBook(), cells });
  const focus = () => box.current?.focus({ preventScroll: true });
  const editing = useEditing({ pages, lanes, cells, goTo: (at) => chosen.goTo(at, false), focus });
  const { filling, handlers } = usePointer({ box, pages, chosen, editing, block, mayEdit, onOpen });
  const { onKeyDown, onPaste } = useGridKeys({ box, pages, chosen, editing, block, cells, mayEdit, onOpen });
  const pool = useRef(0);
  pool.current = Math.max(pool.current, items.length);
  useEffect(() => () => props.onHold(false), [props.onHold]);

  const corner = boxOf(choice);
  const now = editing.editing;
  const field = now && lanes[now.at.column]?.field;
  return (
    <>
      <div
        ref={box}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={t("title")}
        aria-rowcount={pages.total + 1}
        aria-colcount={look.columns.length}
        aria-activedescendant={`cell-${choice.to.row}-${choice.to.column}`}
        aria-busy={pages.isStale}
        aria-multiselectable="true"
        aria-readonly={!mayEdit}
        data-edits={mayEdit}
        data-height={arranged.arrangement.height}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        {...handlers}
      >
        <GridHead {...{ words, look, definition, template, lefts, arranged, onLook }} />
        <div className={styles.body} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = pages.rowAt(index);
            const [chosenFrom, chosenTo] = chosenIn(choice, index) ?? [-1, -1];
            const isFilling = filling && index >= filling.top && index <= filling.bottom;
            const head = row && hasHead(index) ? headOf(row) : null;
            return (
              // A row that leaves the view lends its elements to the one that enters.
              <Fragment key={index % pool.current}>
                {head && <GroupHead group={head} top={start} columns={lanes.length} onFold={props.onFold} />}
                <GridRow
                  {...{ row, index, height, template, lefts, words, faces }}
                  top={head ? start + HEAD_PX : start}
                  marks={row && marks.get(row.id)}
                  isOpen={row !== undefined && row.id === open}
                  isOpener={mayEdit}
                  atColumn={index === choice.to.row ? choice.to.column : null}
                  chosenFrom={chosenFrom}
                  chosenTo={chosenTo}
                  fillingFrom={isFilling ? filling.left : -1}
                  fillingTo={isFilling ? filling.right : -1}
                  handleAt={mayEdit && index === corner.bottom ? corner.right : -1}
                />
              </Fragment>
            );
          })}
          {now && field && (
            <CellEditor
              key={`${now.id}-${field.id}`}
              field={field}
              value={now.start}
              place={chosen.placeOf(now.at)}
              order={now.id}
              onDone={editing.done}
              onCancel={editing.cancel}
            />
          )}
        </div>
        {arranged.arrangement.summed && (
          <GridFoot {...{ form, definition, look, question, words, template, lefts, arranged }} at={pages.total + 2} />
        )}
      </div>
      <CellTrouble cells={cells} words={words} />
      {block.plan && (
        <PlanDialog plan={block.plan} words={words} cells={cells} onHold={props.onHold} onClose={block.close} />
      )}
    </>
  );
}
