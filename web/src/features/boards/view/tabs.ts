// The tabs of a board, and which tiles stand on which of them. Each has a grid of its own. Pure.

import type { BoardDefinition, PhoneTile, Tab, Tile } from "@/model/report";

type Tabbed = Pick<BoardDefinition, "tiles" | "tabs">;

const NONE: readonly Tab[] = [];

export const tabsOf = ({ tabs = NONE as Tab[] }: Pick<BoardDefinition, "tabs">): readonly Tab[] => tabs;

/** `null` on a board of one page. */
export const tabOf = (board: Pick<BoardDefinition, "tabs">, tile: Pick<Tile, "tab">): string | null =>
  tile.tab ?? tabsOf(board)[0]?.id ?? null;

/** Tiles of one page; all of them where there is but one. */
export const tilesOn = (board: Tabbed, tab: string | null): readonly Tile[] =>
  tabsOf(board).length === 0 ? board.tiles : board.tiles.filter((tile) => tabOf(board, tile) === tab);

/** What is asked for if it is there, or else the first. */
export function openTab(board: Pick<BoardDefinition, "tabs">, wanted: string | null | undefined): string | null {
  const tabs = tabsOf(board);
  return (tabs.find(({ id }) => id === wanted) ?? tabs[0])?.id ?? null;
}

/** The one before or after, going round. */
export function besideTab(tabs: readonly Tab[], open: string | null, by: 1 | -1): string | null {
  const at = tabs.findIndex(({ id }) => id === open);
  return tabs[(at + by + tabs.length) % tabs.length]?.id ?? null;
}

/** The board as if it had this page only. */
export const onTab = <B extends Tabbed>(board: B, tab: string | null): B => ({
  ...board,
  tiles: [...tilesOn(board, tab)],
});

/** How much of a board: the open tab, or every tab. */
export type Extent = "open" | "all";

export const within = (board: Tabbed, extent: Extent, open: string | null): readonly Tile[] =>
  extent === "all" ? board.tiles : tilesOn(board, open);

/** Every page with its name; one without a name where there are no tabs. */
export function pagesOf(board: Tabbed): { tab: string | null; name: string; tiles: readonly Tile[] }[] {
  const tabs = tabsOf(board);
  if (tabs.length === 0) return [{ tab: null, name: "", tiles: board.tiles }];
  return tabs.map(({ id, name }) => ({ tab: id, name, tiles: tilesOn(board, id) }));
}

/** To a gap of the row: 0 is before the first. `null`: it stands there already. */
export function movedTab(tabs: readonly Tab[], id: string, gap: number): Tab[] | null {
  const from = tabs.findIndex((tab) => tab.id === id);
  const tab = tabs[from];
  if (!tab || gap < 0 || gap > tabs.length || gap === from || gap === from + 1) return null;
  const rest = tabs.filter((one) => one !== tab);
  rest.splice(gap > from ? gap - 1 : gap, 0, tab);
  return rest;
}

/** The phone's layout with another one for the tiles of one page; nothing is left where all follow the grid. */
export function phoneWith(
  { phone }: Pick<BoardDefinition, "phone">,
  tiles: readonly Tile[],
  next: readonly PhoneTile[],
): PhoneTile[] | null {
  const others = (phone ?? []).filter(({ id }) => !tiles.some((tile) => tile.id === id));
  const all = [...others, ...next];
  return all.length > 0 ? all : null;
}
