// What a person does to a board, each as one step that can be taken back.

import type { TFunction } from "i18next";
import { freshSlug } from "@/model/id";
import type { Chart, Condition, Tile, TileKind } from "@/model/report";
import { tileType } from "@/tiles/table";
import type { DesignerStore } from "@/ui/designer/session";
import type { BoardChange, BoardDoc, Place } from "./change";
import { closed, freePlace, nudged, opened, resized } from "./layout";

export type BoardStore = DesignerStore<BoardDoc, BoardChange>;

/** The names of steps: keys of `boards:step`. */
export type BoardStep =
  | "add"
  | "remove"
  | "duplicate"
  | "paste"
  | "move"
  | "resize"
  | "title"
  | "chart"
  | "filters"
  | "rename"
  | "start";

export function stepName(t: TFunction<"boards">, { key, params }: { key: string; params?: Record<string, unknown> }) {
  return t(`step.${key as BoardStep}`, params ?? {});
}

export interface BoardEdits {
  /** Without a place: the first gap. */
  add: (kind: TileKind, chart: Chart, title: string, at?: { x: number; y: number }) => void;
  /** Many at once, on an empty board. */
  start: (tiles: readonly Tile[]) => void;
  insertCopy: (tile: Tile, step: "duplicate" | "paste") => void;
  remove: (id: string) => void;
  arrange: (places: readonly Place[], step: "move" | "resize") => void;
  nudge: (id: string, dx: number, dy: number) => void;
  resize: (id: string, w: number, h: number) => void;
  title: (id: string, title: string) => void;
  /** `title`: the new one where the old followed the question. */
  chart: (id: string, chart: Chart, title?: string, group?: string) => void;
  filters: (filters: readonly Condition[]) => void;
  rename: (name: string) => void;
}

export function boardEdits(store: BoardStore): BoardEdits {
  const { dispatch } = store.getState();
  const tilesNow = (): readonly Tile[] => store.getState().history.doc.definition.tiles;
  const find = (id: string) => tilesNow().find((tile) => tile.id === id);

  const insert = (tile: Tile, step: BoardStep) => {
    const tiles = tilesNow();
    const places = opened(tiles, tile);
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
      insert({ id: freshId(kind), title, ...size, ...(at ?? freePlace(tilesNow(), size)), chart }, "add");
    },
    start: (tiles) =>
      dispatch({
        name: { key: "start" },
        changes: tiles.map((tile, at) => ({ kind: "insert", tile, at })),
        selection: [],
      }),
    insertCopy: (tile, step) => {
      insert({ ...tile, id: freshId(tile.chart.kind), ...freePlace(tilesNow(), tile) }, step);
    },
    remove: (id) => {
      const tile = find(id);
      if (!tile) return;
      const places = closed(tilesNow().filter((one) => one !== tile));
      const changes: BoardChange[] = [
        { kind: "remove", id },
        { kind: "places", places },
      ];
      dispatch({ name: { key: "remove", params: { title: tile.title } }, changes, selection: [] });
    },
    arrange,
    nudge: (id, dx, dy) => arrange(nudged(tilesNow(), id, dx, dy), "move"),
    resize: (id, w, h) => arrange(resized(tilesNow(), id, w, h), "resize"),
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
    filters: (filters) =>
      dispatch({ name: { key: "filters" }, changes: [{ kind: "filters", filters }], group: "filters" }),
    rename: (name) =>
      dispatch({ name: { key: "rename", params: { name } }, changes: [{ kind: "rename", name }], group: "rename" }),
  };
}
