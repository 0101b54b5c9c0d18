// How a board is edited: changes that each give back the one that takes it back. Pure; the history is model/edit.

import type { Apply } from "@/model/edit/history";
import type { BoardDefinition, Chart, Condition, PhoneTile, Tab, Tile, ViewerFilter } from "@/model/report";

/** What the designer edits: a board's name is part of it, so that a new name can be undone. */
export interface BoardDoc {
  name: string;
  definition: BoardDefinition;
  /** The version that was taken again; the next save says so. */
  restored?: number;
}

/** Where a tile is: on the grid, and on which tab if it goes to another. */
export type Place = Pick<Tile, "id" | "tab" | "x" | "y" | "w" | "h">;

export type BoardChange =
  | { kind: "rename"; name: string }
  | { kind: "insert"; tile: Tile; at: number }
  | { kind: "remove"; id: string }
  | { kind: "title"; id: string; title: string }
  | { kind: "chart"; id: string; chart: Chart }
  | { kind: "tabs"; tabs: readonly Tab[] }
  | { kind: "places"; places: readonly Place[] }
  | { kind: "filters"; filters: readonly Condition[] }
  | { kind: "viewer_filters"; filters: readonly ViewerFilter[] }
  /** `null`: derived from the grid again. */
  | { kind: "phone"; phone: readonly PhoneTile[] | null }
  /** A version is taken again. */
  | { kind: "become"; doc: BoardDoc };

const withTiles = (doc: BoardDoc, tiles: Tile[]): BoardDoc => ({ ...doc, definition: { ...doc.definition, tiles } });

const placeOf = ({ id, tab, x, y, w, h }: Tile): Place => ({ id, tab, x, y, w, h });

/** A change of a tile that is gone changes nothing, and takes nothing back. */
const NOTHING: BoardChange = { kind: "places", places: [] };

function changeTile(doc: BoardDoc, id: string, change: (tile: Tile) => Tile, inverse: (tile: Tile) => BoardChange) {
  const old = doc.definition.tiles.find((tile) => tile.id === id);
  if (!old) return { doc, inverse: NOTHING };
  const tiles = doc.definition.tiles.map((tile) => (tile === old ? change(tile) : tile));
  return { doc: withTiles(doc, tiles), inverse: inverse(old) };
}

function remove(doc: BoardDoc, id: string) {
  const at = doc.definition.tiles.findIndex((tile) => tile.id === id);
  const tile = doc.definition.tiles[at];
  if (!tile) return { doc, inverse: NOTHING };
  const rest = doc.definition.tiles.filter((one) => one !== tile);
  return { doc: withTiles(doc, rest), inverse: { kind: "insert", tile, at } as const };
}

function insert(doc: BoardDoc, tile: Tile, at: number) {
  const tiles = [...doc.definition.tiles];
  tiles.splice(at, 0, tile);
  return { doc: withTiles(doc, tiles), inverse: { kind: "remove", id: tile.id } as const };
}

function place(doc: BoardDoc, places: readonly Place[]) {
  const wanted = new Map(places.map((one) => [one.id, one]));
  const moved = doc.definition.tiles.filter(({ id }) => wanted.has(id));
  const tiles = doc.definition.tiles.map((tile) => ({ ...tile, ...wanted.get(tile.id) }));
  return { doc: withTiles(doc, tiles), inverse: { kind: "places", places: moved.map(placeOf) } as const };
}

export const applyBoard: Apply<BoardDoc, BoardChange> = (doc, change) => {
  switch (change.kind) {
    case "rename":
      return { doc: { ...doc, name: change.name }, inverse: { kind: "rename", name: doc.name } };
    case "insert":
      return insert(doc, change.tile, change.at);
    case "remove":
      return remove(doc, change.id);
    case "title": {
      const { id, title } = change;
      return changeTile(
        doc,
        id,
        (tile) => ({ ...tile, title }),
        (old) => ({ kind: "title", id, title: old.title }),
      );
    }
    case "chart": {
      const { id, chart } = change;
      return changeTile(
        doc,
        id,
        (tile) => ({ ...tile, chart }),
        (old) => ({ kind: "chart", id, chart: old.chart }),
      );
    }
    case "places":
      return place(doc, change.places);
    case "tabs": {
      const { tabs = [], ...rest } = doc.definition;
      const definition = change.tabs.length > 0 ? { ...rest, tabs: [...change.tabs] } : rest;
      return { doc: { ...doc, definition }, inverse: { kind: "tabs", tabs } };
    }
    case "filters": {
      const filters = doc.definition.filters ?? [];
      const definition = { ...doc.definition, filters: [...change.filters] };
      return { doc: { ...doc, definition }, inverse: { kind: "filters", filters } };
    }
    case "viewer_filters": {
      const filters = doc.definition.viewer_filters ?? [];
      const definition = { ...doc.definition, viewer_filters: [...change.filters] };
      return { doc: { ...doc, definition }, inverse: { kind: "viewer_filters", filters } };
    }
    case "phone": {
      const { phone: old = null, ...rest } = doc.definition;
      const definition = change.phone ? { ...rest, phone: [...change.phone] } : rest;
      return { doc: { ...doc, definition }, inverse: { kind: "phone", phone: old } };
    }
    case "become":
      return { doc: change.doc, inverse: { kind: "become", doc } };
  }
};
