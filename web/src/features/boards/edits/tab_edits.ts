// What a person does to a board's tabs, each as one step that can be taken back.

import { freshSlug } from "@/model/id";
import { BOARD_TABS_MAX, type Tab, type Tile } from "@/model/report";
import { movedTab, tabOf, tabsOf, tilesOn } from "../view/tabs";
import type { BoardChange, Place } from "./change";
import { type BoardStore, closedWithout, goneTiles, nameOf } from "./edits";
import { freePlace } from "./layout";

export interface TabEdits {
  /** Behind the others, and which it is; on a board of one page that becomes the first of two. `name`: of the tab at a place. */
  add: (name: (at: number) => string) => string | null;
  rename: (id: string, name: string) => void;
  /** To a gap of the row: 0 is before the first. */
  move: (id: string, gap: number) => void;
  /** With its tiles; the last one leaves them behind, on a board of one page. How many tiles went. */
  remove: (id: string) => number;
  /** Tiles to another tab, each into the first gap. */
  bring: (ids: readonly string[], tab: string) => void;
}

export function tabEdits(store: BoardStore): TabEdits {
  const { dispatch } = store.getState();
  const board = () => store.getState().history.doc.definition;
  const tabs = () => tabsOf(board());
  const put = (next: readonly Tab[]): BoardChange => ({ kind: "tabs", tabs: next });
  const standing = (tiles: readonly Tile[], tab: string | undefined): BoardChange => ({
    kind: "places",
    places: tiles.map(({ id, x, y, w, h }): Place => ({ id, tab, x, y, w, h })),
  });
  const nameOfTab = (id: string) => tabs().find((tab) => tab.id === id)?.name ?? "";

  return {
    add: (name) => {
      const old = tabs();
      if (old.length >= BOARD_TABS_MAX) return null;
      const fresh = (known: readonly Tab[]): Tab => ({
        id: freshSlug("tab", new Set(known.map(({ id }) => id))),
        name: name(known.length + 1),
      });
      const before = old.length > 0 ? old : [fresh([])];
      const made = fresh(before);
      const [first] = before;
      const changes = [put([...before, made])];
      if (old.length === 0) changes.push(standing(board().tiles, first?.id));
      dispatch({ name: { key: "tabAdd", params: { name: made.name } }, changes, selection: [] });
      return made.id;
    },
    rename: (id, name) => {
      const trimmed = name.trim();
      if (trimmed === "" || trimmed === nameOfTab(id)) return;
      const next = tabs().map((tab) => (tab.id === id ? { ...tab, name: trimmed } : tab));
      dispatch({ name: { key: "tabRename", params: { name: trimmed } }, changes: [put(next)] });
    },
    move: (id, gap) => {
      const next = movedTab(tabs(), id, gap);
      if (!next) return;
      // Whoever stood on the first without saying so stays where they are.
      const unsaid = board().tiles.filter(({ tab }) => !tab);
      const changes = [...(unsaid.length > 0 ? [standing(unsaid, tabs()[0]?.id)] : []), put(next)];
      dispatch({ name: { key: "tabMove", params: { name: nameOfTab(id) } }, changes });
    },
    remove: (id) => {
      const name = nameOfTab(id);
      const tiles = tilesOn(board(), id);
      const rest = tabs().filter((tab) => tab.id !== id);
      if (rest.length === 0) {
        const changes = [standing(tiles, undefined), put([])];
        dispatch({ name: { key: "tabDissolve", params: { name } }, changes, selection: [] });
        return 0;
      }
      const changes = [...goneTiles(board(), tiles), put(rest)];
      dispatch({ name: { key: "tabRemove", params: { name } }, changes, selection: [] });
      return tiles.length;
    },
    bring: (ids, tab) => {
      const brought = board().tiles.filter((tile) => ids.includes(tile.id) && tabOf(board(), tile) !== tab);
      if (brought.length === 0) return;
      let there = tilesOn(board(), tab);
      const places = brought.map((tile): Place => {
        const { id, w, h } = tile;
        const place = { id, tab, ...freePlace(there, tile), w, h };
        there = [...there, { ...tile, ...place }];
        return place;
      });
      const changes: BoardChange[] = [
        { kind: "places", places },
        { kind: "places", places: closedWithout(board(), brought) },
      ];
      dispatch({ name: nameOf("bring", brought), changes, selection: brought.map(({ id }) => id) });
    },
  };
}
