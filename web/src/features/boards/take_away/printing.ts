// A board goes onto paper, the open tab or all of them: by its menu and by Ctrl+P once every figure is there and drawn, by the
// browser's own menu as far as it is at hand.

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Board, tileQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { usePaper } from "@/ui/paper";
import { useShortcuts } from "@/ui/shortcuts";
import { askedOf, type BoardSearch, lookAt } from "../view/board_look";
import { type Extent, tabsOf, within } from "../view/tabs";

/** Until what just came is drawn, and at the latest. */
const DRAWN_MS = 600;
const PATIENCE_MS = 15_000;

export interface Printing {
  /** All tabs are drawn, instead of the open one. */
  isWhole: boolean;
  print: (extent: Extent) => void;
}

const passed = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

/** Charts come after their figures: a part of the page of their own draws them. */
async function drawn(): Promise<void> {
  const latest = Date.now() + PATIENCE_MS;
  do await passed(DRAWN_MS);
  while (document.querySelector("[data-bones]") && Date.now() < latest);
}

export function usePrinting(board: Board | undefined, search: BoardSearch, open: string | null): Printing {
  const { t } = useTranslation("boards");
  const client = useQueryClient();
  const isPrinting = usePaper((paper) => paper.isPrinting);
  const [wanted, want] = useState<Extent | null>(null);
  const title = useRef<string | null>(null);
  const print = async (extent: Extent) => {
    if (!board) return;
    want(extent);
    const { filters = [] } = board.definition;
    const asked = within(board.definition, extent, open).map((tile) =>
      askedOf(tile.chart, filters, lookAt(tile, search)),
    );
    await Promise.allSettled(asked.map((one) => client.ensureQueryData(tileQuery(one.chart, one.filters))));
    await drawn();
    // What a file on paper is called.
    title.current ??= document.title;
    document.title = board.name;
    window.print();
  };
  const isOff = !board || tabsOf(board.definition).length < 2;
  useShortcuts(t("title"), [{ keys: "mod+p", label: t("tabs.print"), run: () => void print("all"), isOff }]);
  useEffect(() => {
    const end = () => {
      want(null);
      if (title.current !== null) document.title = title.current;
      title.current = null;
    };
    addEventListener("afterprint", end);
    return () => removeEventListener("afterprint", end);
  }, []);
  return { isWhole: wanted === null ? isPrinting : wanted === "all", print: (extent) => void print(extent) };
}
