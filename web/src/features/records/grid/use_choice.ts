import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { type Column, columnKey } from "@/model/report";
import { toast } from "@/ui/toast";
import { HEAD_PX } from "../pages/GroupHead";
import type { Pages } from "../pages/use_pages";
import { anchorAt, bound, choiceOf, loose, settled } from "./anchor";
import { type At, within } from "./grid_keys";
import { useRowWindow } from "./row_window";

/** Browsers draw nothing taller than some 33 million pixels. */
const ROWS_DRAWN_MAX = 500_000;

interface Chosen {
  box: RefObject<HTMLDivElement | null>;
  pages: Pages;
  columns: readonly Column[];
  height: number;
  /** Whether the row stands under a heading of its own. */
  hasHead: (index: number) => boolean;
  open: string | undefined;
  /** The person is in the grid: what is chosen by now stays chosen. */
  isWorked: boolean;
}

/** Which rows are in view, and which cells are chosen there. */
export function useChoice({ box, pages, columns, height, hasHead, open, isWorked }: Chosen) {
  const { t } = useTranslation("records");
  const [anchored, anchor] = useState(() => loose({ row: 0, column: 0 }));
  const keys = useMemo(() => columns.map(columnKey), [columns]);
  const ground = { rowAt: pages.rowAt, indexOf: pages.indexOf, keys };
  // Rows of the question before say nothing about what is chosen now.
  const held = pages.isStale ? anchored : settled(isWorked ? bound(anchored, ground) : anchored, ground);
  if (held !== anchored) anchor(held);
  const isLost = held.isOver && isWorked;
  useEffect(() => {
    if (isLost) toast.info(t("grid.choiceLeft"));
  }, [isLost, t]);
  const rows = Math.min(pages.total, ROWS_DRAWN_MAX);
  const headPx = useCallback((index: number): number => (hasHead(index) ? HEAD_PX : 0), [hasHead]);
  const rowWindow = useRowWindow({ box, count: rows, height, headPx });
  const { virtual } = rowWindow;
  // Another question starts at its first row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason, not an input
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    anchor(({ to }) => loose({ row: 0, column: to.column }));
  }, [pages.key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows when another record opens, not when it scrolls
  useEffect(() => {
    const row = open ? pages.indexOf(open) : -1;
    if (row < 0) return;
    anchor(({ to }) => loose(anchorAt({ row, column: to.column }, ground)));
    virtual.scrollToIndex(row);
  }, [open]);

  const choose = (at: At, extend: boolean) =>
    anchor((old) => {
      const to = anchorAt(at, ground);
      return { from: extend && !old.isOver ? old.from : to, to, isOver: false };
    });
  const goTo = (to: At, extend: boolean) => {
    choose(to, extend);
    virtual.scrollToIndex(to.row);
    showColumn(box.current, to.column);
  };
  /** In pixels of the body; a frozen cell stands where it is seen. */
  const placeOf = ({ row, column }: At) => {
    const cell = box.current?.querySelector<HTMLElement>(`#cell-${row}-${column}`);
    const start = virtual.getVirtualItems().find(({ index }) => index === row)?.start ?? row * height;
    return { left: cell?.offsetLeft ?? 0, top: start + headPx(row), width: cell?.offsetWidth ?? 0, height };
  };
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 2);
  const size = { rows, columns: columns.length, page };
  /** Where the keys go on from when nothing is chosen. */
  const last = within(held.to, size);
  return { choice: choiceOf(held), last, rowWindow, size, choose, goTo, placeOf };
}

export type ChoiceState = ReturnType<typeof useChoice>;

/** Scrolls a heading in, out from under the frozen ones. */
function showColumn(box: HTMLElement | null, column: number): void {
  const heading = box?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${column + 1}"]`);
  if (!box || !heading || heading.dataset.frozen) return;
  const frozen = [...box.querySelectorAll<HTMLElement>("[role=columnheader][data-frozen]")];
  const covered = frozen.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  const { offsetLeft: left, offsetWidth: width } = heading;
  if (left - covered < box.scrollLeft) box.scrollLeft = left - covered;
  else if (left + width > box.scrollLeft + box.clientWidth) box.scrollLeft = left + width - box.clientWidth;
}
