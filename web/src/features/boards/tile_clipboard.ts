// A tile on the system's clipboard, so that it can be pasted on another board or in another window.

import type { Tile } from "@/model/report";
import { TILE_KINDS } from "@/tiles/table";

const MARK = "tessera.tile";

export function tileText(tile: Tile): string {
  return JSON.stringify({ [MARK]: tile });
}

/** `null` for a text that is no tile: a clipboard holds anything. */
export function parseTile(text: string): Tile | null {
  try {
    const tile = (JSON.parse(text) as Record<string, Partial<Tile> | undefined> | null)?.[MARK];
    const isTile =
      typeof tile?.title === "string" &&
      [tile.w, tile.h].every(Number.isInteger) &&
      TILE_KINDS.some((kind) => kind === tile.chart?.kind);
    return isTile ? (tile as Tile) : null;
  } catch {
    return null;
  }
}

/** A browser that refuses the clipboard copies nothing. */
export async function copyTile(tile: Tile): Promise<void> {
  await navigator.clipboard?.writeText(tileText(tile)).catch(() => undefined);
}

export async function pastedTile(): Promise<Tile | null> {
  const text = await navigator.clipboard?.readText().catch(() => "");
  return parseTile(text ?? "");
}
