// A board goes onto paper with all its tabs: with Ctrl+P once every figure of them is there and drawn, by the browser's own menu as
// far as it is at hand.

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Board, tileQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { usePaper } from "@/ui/paper";
import { useShortcuts } from "@/ui/shortcuts";
import { askedOf, type BoardSearch, lookAt } from "./board_look";
import { tabsOf } from "./tabs";

/** Until what just came is drawn. */
const DRAWN_MS = 600;

/** Whether all tabs are drawn, instead of the open one. */
export function usePrintedTabs(board: Board, search: BoardSearch): boolean {
  const { t } = useTranslation("boards");
  const client = useQueryClient();
  const isPrinting = usePaper((paper) => paper.isPrinting);
  const [isWanted, want] = useState(false);
  const { tiles, filters = [] } = board.definition;
  const print = async () => {
    want(true);
    const asked = tiles.map((tile) => askedOf(tile.chart, filters, lookAt(tile, search)));
    await Promise.allSettled(asked.map((one) => client.ensureQueryData(tileQuery(one.chart, one.filters))));
    await new Promise((drawn) => setTimeout(drawn, DRAWN_MS));
    window.print();
  };
  const isOff = tabsOf(board.definition).length < 2;
  useShortcuts(t("title"), [{ keys: "mod+p", label: t("tabs.print"), run: () => void print(), isOff }]);
  useEffect(() => {
    const end = () => want(false);
    addEventListener("afterprint", end);
    return () => removeEventListener("afterprint", end);
  }, []);
  return isPrinting || isWanted;
}
