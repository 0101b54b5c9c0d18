// What a person does to a board, each as one step that can be taken back.

import type { TFunction } from "i18next";
import type { StepName } from "@/model/edit/history";
import { freshSlug } from "@/model/id";
import type { BoardDefinition, Chart, Condition, Span, Tile, TileKind, ViewerFilter } from "@/model/report";
import { tileType } from "@/tiles/table";
import type { DesignerStore } from "@/ui/designer/session";
import { readingOrder } from "../view/board_look";
import { phoneWithout } from "../view/phone";
import { pagesOf, tabOf, tilesOn } from "../view/tabs";
import type { BoardChange, BoardDoc, Place } from "./change";
import { closed, freePlace, nudged, opened, putBefore, resized } from "./layout";

export type BoardStore = DesignerStore<BoardDoc, BoardChange>;

/** The names of steps: keys of `boards:step`. */
export type BoardStep =
  | "add"
  | "remove"
  | "duplicate"
  | "paste"
  | "cut"
  | "removeMany"
  | "duplicateMany"
  | "pasteMany"
  | "cutMany"
  | "move"
  | "resize"
  | "title"
  | "chart"
  | "filters"
  | "viewerFilters"
  | "rename"
  | "period"
  | "restore"
  | "phoneMove"
  | "phoneHeight"
  | "phoneHide"
  | "phoneShow"
  | "phoneDerive"
  | "start"
  | "tabAdd"
  | "tabRename"
  | "tabMove"
  | "tabRemove"
  | "tabDissolve"
  | "bring"
  | "bringMany";

export function stepName(t: TFunction<"boards">, { key, params }: { key: string; params?: Record<string, unknown> }) {
  return t(`step.${key as BoardStep}`, params ?? {});
}

/** One tile by its title, more by their number. */
export function nameOf(step: "remove" | "duplicate" | "paste" | "cut" | "bring", tiles: readonly Tile[]): StepName {
  const [only] = tiles;
  return only && tiles.length === 1
    ? { key: step, params: { title: only.title } }
    : { key: `${step}Many`, params: { count: tiles.length } };
}

/** Out of the phone's layout too. */
export function goneTiles({ phone }: BoardDefinition, gone: readonly Tile[]): BoardChange[] {
  const ids = gone.map(({ id }) => id);
  const placed = phone?.some(({ id }) => ids.includes(id)) ? phoneWithout(phone, ids) : null;
  const removed = ids.map((id): BoardChange => ({ kind: "remove", id }));
  return placed ? [{ kind: "phone", phone: placed }, ...removed] : removed;
}

/** Where tiles go when some leave their tabs. */
export const closedWithout = (board: BoardDefinition, gone: readonly Tile[]): Place[] =>
  pagesOf(board).flatMap(({ tiles }) =>
    tiles.some((tile) => gone.includes(tile)) ? closed(tiles.filter((tile) => !gone.includes(tile))) : [],
  );

export interface BoardEdits {
  /** On the open tab. Without a place: the first gap. */
  add: (kind: TileKind, chart: Chart, title: string, at?: { x: number; y: number }) => void;
  /** Those of a template, on an open tab without tiles. */
  start: (tiles: readonly Tile[], template: string) => void;
  /** Onto the open tab, each in the first gap, in the order in which they are read. */
  insertCopies: (tiles: readonly Tile[], step: "duplicate" | "paste") => void;
  remove: (ids: readonly string[], step?: "remove" | "cut") => void;
  arrange: (places: readonly Place[], step: "move" | "resize") => void;
  /** To the place of another on its tab; to the end of that without one. */
  putBefore: (id: string, before: string | null) => void;
  nudge: (id: string, dx: number, dy: number) => void;
  resize: (id: string, w: number, h: number) => void;
  title: (id: string, title: string) => void;
  /** `title`: the new one where the old followed the question. */
  chart: (id: string, chart: Chart, title?: string, group?: string) => void;
  /** Of all that have one; a list of orders has none. */
  period: (tiles: readonly Tile[], span: Span) => void;
  filters: (filters: readonly Condition[]) => void;
  viewerFilters: (filters: readonly ViewerFilter[]) => void;
  rename: (name: string) => void;
  /** A version takes the place of everything. */
  restore: (board: BoardDoc, version: number) => void;
}

/** `open`: the tab that is looked at; `null` on a board of one page. */
export function boardEdits(store: BoardStore, open: string | null): BoardEdits {
  const { dispatch } = store.getState();
  const board = () => store.getState().history.doc.definition;
  const tilesNow = (): readonly Tile[] => board().tiles;
  const find = (id: string) => tilesNow().find((tile) => tile.id === id);
  const here = () => tilesOn(board(), open);
  /** All on the tab of one of them. */
  const around = (id: string) => tilesOn(board(), tabOf(board(), find(id) ?? { tab: open }));
  const onIt = <T extends Tile>({ tab: _, ...tile }: T) => (open === null ? tile : { ...tile, tab: open });

  const insert = (tile: Tile, step: BoardStep) => {
    const tiles = tilesNow();
    const places = opened(here(), tile);
    const own = places.find(({ id }) => id === tile.id);
    const changes: BoardChange[] = [
      { kind: "insert", tile: { ...tile, ...own }, at: tiles.length },
      { kind: "places", places: places.filter(({ id }) => id !== tile.id) },
    ];
    dispatch({ name: { key: step, params: { title: tile.title } }, changes, selection: [tile.id] });
  };
  const freshId = (stem: string) => freshSlug(stem, new Set(tilesNow().map(({ id }) => id)));
  const arrange: BoardEdits["arrange"] = (places, step) => {
    if (places.length > 0) dispatch({ name: { key: step }, changes: [{ kind: "places", places }], group: step });
  };

  return {
    add: (kind, chart, title, at) => {
      const { size } = tileType(kind);
      insert(onIt({ id: freshId(kind), title, ...size, ...(at ?? freePlace(here(), size)), chart }), "add");
    },
    start: (tiles, template) => {
      const first = tilesNow().length;
      const ids = new Set(tilesNow().map(({ id }) => id));
      dispatch({
        name: { key: "start", params: { template } },
        changes: tiles.map((tile, at) => {
          const id = freshSlug(tile.id, ids);
          ids.add(id);
          return { kind: "insert", tile: onIt({ ...tile, id }), at: first + at };
        }),
        selection: [],
      });
    },
    insertCopies: (tiles, step) => {
      const ids = new Set(tilesNow().map(({ id }) => id));
      let now = here();
      const copies = readingOrder(tiles).map((tile) => {
        const id = freshSlug(tile.chart.kind, ids);
        const copy = onIt({ ...tile, id, ...freePlace(now, tile) });
        ids.add(id);
        now = [...now, copy];
        return copy;
      });
      if (copies.length === 0) return;
      const first = tilesNow().length;
      const changes = copies.map((tile, at): BoardChange => ({ kind: "insert", tile, at: first + at }));
      dispatch({ name: nameOf(step, copies), changes, selection: copies.map(({ id }) => id) });
    },
    remove: (ids, step = "remove") => {
      const gone = tilesNow().filter(({ id }) => ids.includes(id));
      if (gone.length === 0) return;
      const changes: BoardChange[] = [
        ...goneTiles(board(), gone),
        { kind: "places", places: closedWithout(board(), gone) },
      ];
      dispatch({ name: nameOf(step, gone), changes, selection: [] });
    },
    arrange,
    putBefore: (id, before) => arrange(putBefore(around(id), id, before), "move"),
    nudge: (id, dx, dy) => arrange(nudged(around(id), id, dx, dy), "move"),
    resize: (id, w, h) => arrange(resized(around(id), id, w, h), "resize"),
    title: (id, title) =>
      dispatch({
        name: { key: "title", params: { title } },
        changes: [{ kind: "title", id, title }],
        group: `title.${id}`,
      }),
    chart: (id, chart, title, group) => {
      const tile = find(id);
      if (!tile) return;
      const changes: BoardChange[] = [{ kind: "chart", id, chart }];
      if (title !== undefined) changes.push({ kind: "title", id, title });
      dispatch({
        name: { key: "chart", params: { title: title ?? tile.title } },
        changes,
        ...(group && { group: `${group}.${id}` }),
      });
    },
    period: (tiles, span) =>
      dispatch({
        name: { key: "period" },
        changes: tiles.flatMap(({ id, chart }): BoardChange[] => {
          if (chart.kind === "table") return [];
          const column = chart.period?.column ?? "created_at";
          return [{ kind: "chart", id, chart: { ...chart, period: { column, span } } }];
        }),
      }),
    filters: (filters) =>
      dispatch({ name: { key: "filters" }, changes: [{ kind: "filters", filters }], group: "filters" }),
    viewerFilters: (filters) =>
      dispatch({ name: { key: "viewerFilters" }, changes: [{ kind: "viewer_filters", filters }] }),
    rename: (name) =>
      dispatch({ name: { key: "rename", params: { name } }, changes: [{ kind: "rename", name }], group: "rename" }),
    restore: ({ name, definition }, version) =>
      dispatch({
        name: { key: "restore", params: { version } },
        changes: [{ kind: "become", doc: { name, definition, restored: version } }],
        selection: [],
      }),
  };
}
