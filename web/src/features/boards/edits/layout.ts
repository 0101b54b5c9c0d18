// Where tiles stand on the grid of twelve columns. Nothing overlaps and nothing floats: whatever is moved pushes the
// others down, and gaps close upwards. Pure; the same rules as the grid that is dragged with the mouse.

import { getLayoutItem, type Layout, type LayoutItem, moveElement, verticalCompactor } from "react-grid-layout/core";
import type { Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { readingOrder } from "../view/board_look";
import type { Place } from "./change";

export const GRID_COLUMNS = 12;
/** As the server bounds it. */
export const TILE_ROWS_MAX = 24;
export const ROW_PX = 56;
export const GAP_PX = 16;

export function layoutOf(tiles: readonly Tile[]): LayoutItem[] {
  return tiles.map(({ id, x, y, w, h, chart }) => {
    const least = tileType(chart.kind).sizeMin;
    return {
      i: id,
      x,
      y,
      w,
      h,
      minW: Math.min(least.w, w),
      minH: Math.min(least.h, h),
      maxW: GRID_COLUMNS,
      maxH: TILE_ROWS_MAX,
    };
  });
}

/** The tiles that stand elsewhere in `layout` than now. */
export function placesOf(tiles: readonly Tile[], layout: Layout): Place[] {
  return tiles.flatMap((tile) => {
    const item = getLayoutItem(layout, tile.id);
    if (!item) return [];
    const { x, y, w, h } = item;
    const isSame = x === tile.x && y === tile.y && w === tile.w && h === tile.h;
    return isSame ? [] : [{ id: tile.id, x, y, w, h }];
  });
}

const compact = (layout: Layout): Layout => verticalCompactor.compact(layout, GRID_COLUMNS);

function moveTo(layout: LayoutItem[], id: string, x: number, y: number): Layout {
  const item = layout.find(({ i }) => i === id);
  if (!item) return layout;
  return compact(moveElement(layout, item, x, y, true, false, "vertical", GRID_COLUMNS));
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Further down than any tile could push another. */
const STEPS_MAX = 30;

/** One step by keyboard. Up and down go on until something changes: half a tile's height changes nothing. */
export function nudged(tiles: readonly Tile[], id: string, dx: number, dy: number): Place[] {
  const tile = tiles.find((one) => one.id === id);
  if (!tile) return [];
  for (let step = 1; step <= STEPS_MAX; step++) {
    const x = between(tile.x + dx, 0, GRID_COLUMNS - tile.w);
    const y = Math.max(0, tile.y + dy * step);
    const places = placesOf(tiles, moveTo(layoutOf(tiles), id, x, y));
    const own = places.find((one) => one.id === id);
    if (own && (dy === 0 || Math.sign(own.y - tile.y) === dy)) return places;
    if (dy === 0 || y === 0) return [];
  }
  return [];
}

export function resized(tiles: readonly Tile[], id: string, w: number, h: number): Place[] {
  const layout = layoutOf(tiles);
  const item = layout.find(({ i }) => i === id);
  if (!item) return [];
  item.w = between(w, item.minW ?? 1, GRID_COLUMNS - item.x);
  item.h = between(h, item.minH ?? 1, TILE_ROWS_MAX);
  return placesOf(tiles, moveTo(layout, id, item.x, item.y));
}

/**
 * In front of `before`, or behind all others without one: the others of the same size move up one place each, as in a list;
 * where sizes differ whoever stands there makes room. Gaps close upwards, so that some orders cannot be had.
 */
export function putBefore(tiles: readonly Tile[], id: string, before: string | null): Place[] {
  const read = readingOrder(tiles);
  const from = read.findIndex((tile) => tile.id === id);
  const end = before === null ? read.length : read.findIndex((tile) => tile.id === before);
  const tile = read[from];
  if (!tile || end < 0 || end === from || end === from + 1) return [];
  const crossed = from < end ? read.slice(from, end) : read.slice(end, from + 1);
  if (crossed.every(({ w, h }) => w === tile.w && h === tile.h)) {
    const next = from < end ? [...crossed.slice(1), tile] : [tile, ...crossed.slice(0, -1)];
    return crossed.map(({ x, y, w, h }, at) => ({ id: next[at]?.id ?? id, x, y, w, h }));
  }
  const bottom = Math.max(...tiles.map(({ y, h }) => y + h));
  const { x, y } = read[end] ?? { x: 0, y: bottom };
  return placesOf(tiles, moveTo(layoutOf(tiles), id, between(x, 0, GRID_COLUMNS - tile.w), y));
}

/** After a tile is gone the others move up. */
export const closed = (tiles: readonly Tile[]): Place[] => placesOf(tiles, compact(layoutOf(tiles)));

/** Whoever stands where `tile` is put makes room. `tile` itself is among the places. */
export function opened(tiles: readonly Tile[], tile: Tile): Place[] {
  const layout = moveTo([...layoutOf(tiles), { ...layoutItemBelow(tiles, tile) }], tile.id, tile.x, tile.y);
  return placesOf([...tiles, { ...tile, y: -1 }], layout);
}

function layoutItemBelow(tiles: readonly Tile[], tile: Tile): LayoutItem {
  const bottom = Math.max(0, ...tiles.map(({ y, h }) => y + h));
  return { i: tile.id, x: tile.x, y: bottom, w: tile.w, h: tile.h };
}

/** The first gap, row by row, that a tile of this size fits. */
export function freePlace(tiles: readonly Tile[], { w, h }: { w: number; h: number }): { x: number; y: number } {
  const bottom = Math.max(0, ...tiles.map((tile) => tile.y + tile.h));
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x + w <= GRID_COLUMNS; x++) {
      const isFree = tiles.every(
        (tile) => x + w <= tile.x || tile.x + tile.w <= x || y + h <= tile.y || tile.y + tile.h <= y,
      );
      if (isFree) return { x, y };
    }
  }
  return { x: 0, y: bottom };
}

/** The cell under a point of the grid, so that a tile of width `w` stays inside. */
export function cellAt(left: number, top: number, width: number, w: number): { x: number; y: number } {
  const column = (width + GAP_PX) / GRID_COLUMNS;
  return {
    x: between(Math.round(left / column), 0, GRID_COLUMNS - w),
    y: Math.max(0, Math.round(top / (ROW_PX + GAP_PX))),
  };
}
