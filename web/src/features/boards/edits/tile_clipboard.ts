// Tiles on the system's clipboard, so that they can be pasted on another board or in another window.

import type { Tile } from "@/model/report";
import { TILE_KINDS } from "@/tiles/table";
import { fromClipboard, toClipboard } from "@/ui/designer/clipboard";

const MARK = "tessera.tiles";

export function tilesText(tiles: readonly Tile[]): string {
  return JSON.stringify({ [MARK]: tiles });
}

/** None of a text that holds no tiles: a clipboard holds anything. */
export function parseTiles(text: string): Tile[] {
  try {
    const list = (JSON.parse(text) as Record<string, unknown> | null)?.[MARK];
    return Array.isArray(list) && list.every(isTile) ? list : [];
  } catch {
    return [];
  }
}

function isTile(value: unknown): value is Tile {
  const tile = value as Partial<Tile> | null;
  return (
    typeof tile?.title === "string" &&
    [tile.x, tile.y, tile.w, tile.h].every(Number.isInteger) &&
    TILE_KINDS.some((kind) => kind === tile.chart?.kind)
  );
}

export const copyTiles = (tiles: readonly Tile[]): Promise<void> => toClipboard(tilesText(tiles));

export const pastedTiles = async (): Promise<Tile[]> => parseTiles(await fromClipboard());
