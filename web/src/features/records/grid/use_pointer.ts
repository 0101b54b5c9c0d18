import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import type { Pages } from "../pages/use_pages";
import { cellAt, filledTo } from "./fill_handle";
import { type Box, boxOf } from "./grid_keys";
import type { useBlock } from "./use_block";
import type { ChoiceState } from "./use_choice";
import type { useEditing } from "./use_editing";

/** What the hands of the grid work with. */
export interface Pointed {
  box: RefObject<HTMLDivElement | null>;
  pages: Pages;
  chosen: ChoiceState;
  editing: ReturnType<typeof useEditing>;
  block: ReturnType<typeof useBlock>;
  mayEdit: boolean;
  onOpen: (id: string) => void;
}

/** Pixels from the edge at which a drag scrolls the grid, and how far. */
const EDGE = 28;
const STRIDE = 24;

/** A press chooses a cell, a drag a box of cells, a drag of the corner's handle fills (with Ctrl the other
 *  way: copies of a series, a series of one value). A finger scrolls as ever. */
export function usePointer({ box, pages, chosen, editing, block, mayEdit, onOpen }: Pointed) {
  const { choice, choose } = chosen;
  const drag = useRef<"choose" | "fill" | null>(null);
  const moved = useRef(false);
  const [filling, setFilling] = useState<Box | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const target = event.target as Element;
    const at = cellAt(target);
    moved.current = false;
    if (!at || event.button !== 0 || event.pointerType === "touch") return;
    drag.current = target.closest("[data-handle]") ? "fill" : "choose";
    if (drag.current === "choose") choose(at, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current || event.buttons !== 1) return;
    scrollAtEdge(box.current, event);
    const at = cellAt(document.elementFromPoint(event.clientX, event.clientY));
    if (!at) return;
    if (drag.current === "fill") setFilling(choice && filledTo(boxOf(choice), at));
    else if (!choice || at.row !== choice.to.row || at.column !== choice.to.column) {
      moved.current = true;
      choose(at, true);
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag.current === "fill" && choice && filling)
      block.fill(boxOf(choice), filling, event.ctrlKey || event.metaKey);
    drag.current = null;
    setFilling(null);
  };
  /** The first cell opens the record where the others are written. The click that ends a drag opens nothing. */
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = cellAt(target);
    const row = at && pages.rowAt(at.row);
    if (!row || event.shiftKey || moved.current) return;
    if (!mayEdit || target.closest("[data-opens]")) onOpen(row.id);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = cellAt(event.target as Element);
    if (at && mayEdit && !editing.begin(at)) editing.explain(at);
  };
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClick, onDoubleClick };
  return { filling, handlers };
}

function scrollAtEdge(box: HTMLElement | null, { clientX, clientY }: PointerEvent): void {
  if (!box) return;
  const { top, bottom, left, right } = box.getBoundingClientRect();
  if (clientY > bottom - EDGE) box.scrollTop += STRIDE;
  else if (clientY < top + 2 * EDGE) box.scrollTop -= STRIDE;
  if (clientX > right - EDGE) box.scrollLeft += STRIDE;
  else if (clientX < left + EDGE) box.scrollLeft -= STRIDE;
}
