// Which tab the designer shows: the one that was opened, or that of what is selected, so that every way to a tile opens its tab.

import { useState } from "react";
import type { BoardDefinition, Tile } from "@/model/report";
import { openTab, tabOf } from "../view/tabs";

/** `null` on a board of one page. */
export function useOpenTab(
  board: BoardDefinition,
  chosen: readonly Tile[],
): [open: string | null, show: (tab: string) => void] {
  const [wanted, show] = useState<string | null>(null);
  const [first] = chosen;
  const its = first ? tabOf(board, first) : null;
  if (its !== null && its !== wanted) show(its);
  return [openTab(board, its ?? wanted), show];
}
