// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { type CSSProperties, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { RecordQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { useClosedFields } from "@/ui/closed_fields";
import { useColumnWords } from "@/ui/column_words";
import { linesOf, ROW_PX, tracks } from "../look/arrange";
import type { Look } from "../look/look";
import type { Arranged } from "../look/use_arrangement";
import { useGroups } from "../pages/use_groups";
import type { Pages } from "../pages/use_pages";
import { CellEditor } from "./CellEditor";
import type { Cells } from "./cells";
import styles from "./Grid.module.css";
import { GridBody } from "./GridBody";
import { GridFoot } from "./GridFoot";
import { GridHead } from "./GridHead";
import { facesOf } from "./GridRow";
import { PlanDialog } from "./PlanDialog";
import { useBlock } from "./use_block";
import { useChoice } from "./use_choice";
import { useEditing } from "./use_editing";
import { useGridKeys } from "./use_grid_keys";
import { useLanes, useNameBook } from "./use_lanes";
import { usePointer } from "./use_pointer";
import { useWorked } from "./use_worked";

export interface GridProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  pages: Pages;
  arranged: Arranged;
  cells: Cells;
  mayEdit: boolean;
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
  /** A group's rows leave the list. */
  onFold: (key: string) => void;
  /** The list asks nothing while many cells are saved. */
  onHold: (isHeld: boolean) => void;
  /** Opens the filters at a column. */
  onFilter: (column: Column) => void;
}

/** Only the rows in view exist; heading, frozen columns and totals stay. Cells are walked, chosen, written, copied and pasted over. */
export function Grid(props: GridProps) {
  const { form, definition, look, question, pages, arranged, cells, mayEdit, open, onOpen, onLook } = props;
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const box = useRef<HTMLDivElement>(null);
  const lanes = useLanes(look.columns, definition, words, mayEdit, useClosedFields(form));
  const faces = useMemo(() => facesOf(look.columns, definition), [look.columns, definition]);
  const marks = useStore(cells.store, (state) => state.marks);
  const { summed } = arranged.arrangement;
  const height = ROW_PX[arranged.arrangement.height];
  const { hasHead, headOf } = useGroups({ form, definition, group: look.group, question, words, pages });
  const { isWorked, focusing } = useWorked();
  const chosen = useChoice({ box, pages, columns: look.columns, height, hasHead, open, isWorked });
  const { choice } = chosen;
  const { template, lefts, width } = useMemo(
    () => tracks(look.columns, definition, arranged.arrangement, box.current?.clientWidth ?? window.innerWidth),
    [look.columns, definition, arranged.arrangement],
  );
  const block = useBlock({ pages, lanes, names: useNameBook(), cells });
  const focus = () => box.current?.focus({ preventScroll: true });
  const editing = useEditing({ pages, lanes, cells, goTo: (at) => chosen.goTo(at, false), focus });
  const { filling, handlers } = usePointer({ box, pages, chosen, editing, block, mayEdit, onOpen });
  const { onKeyDown, onPaste } = useGridKeys({ box, pages, chosen, editing, block, mayEdit, onOpen });
  useEffect(() => () => props.onHold(false), [props.onHold]);

  const now = editing.editing;
  const stir = now ? "write" : isWorked ? "work" : "none";
  useEffect(() => {
    pages.setStir(stir);
    return () => pages.setStir("none");
  }, [pages.setStir, stir]);
  return (
    <>
      <div
        ref={box}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={t("title")}
        aria-rowcount={linesOf(pages.total, summed)}
        aria-colcount={look.columns.length}
        aria-activedescendant={choice ? `cell-${choice.to.row}-${choice.to.column}` : undefined}
        aria-busy={pages.isStale}
        aria-multiselectable="true"
        aria-readonly={!mayEdit}
        style={{ "--row-width": `${width}px`, "--row-height": `${height}px` } as CSSProperties}
        data-edits={mayEdit}
        data-height={arranged.arrangement.height}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        {...handlers}
        {...focusing}
      >
        <GridHead {...{ words, look, definition, template, lefts, arranged, onLook }} onFilter={props.onFilter} />
        <GridBody
          {...{ pages, chosen, marks, height, template, lefts, words, faces, hasHead, headOf, filling, mayEdit, open }}
          onFold={props.onFold}
        >
          {now && (
            <CellEditor
              key={`${now.id}-${now.field.id}`}
              field={now.field}
              value={now.start}
              place={editing.at && chosen.placeOf(editing.at)}
              order={now.id}
              onDone={editing.done}
              onCancel={editing.cancel}
            />
          )}
        </GridBody>
        {summed && (
          <GridFoot
            {...{ form, definition, look, question, words, template, lefts, arranged }}
            at={linesOf(pages.total, summed)}
          />
        )}
      </div>
      {block.plan && (
        <PlanDialog plan={block.plan} words={words} cells={cells} onHold={props.onHold} onClose={block.close} />
      )}
    </>
  );
}
