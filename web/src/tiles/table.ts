// All kinds of tiles, in palette order. A forgotten kind does not compile.

import type { TileKind } from "@/model/report";
import { bar } from "./bar/bar";
import { line } from "./line/line";
import { number } from "./number/number";
import { numberChange } from "./number_change/number_change";
import { ranking } from "./ranking/ranking";
import type { TileType, TileTypes } from "./registry";
import { ring } from "./ring/ring";
import { stackedBar } from "./stacked_bar/stacked_bar";
import { table } from "./table/table";

const TILE_TYPES: TileTypes = {
  number,
  number_change: numberChange,
  bar,
  stacked_bar: stackedBar,
  line,
  ring,
  ranking,
  table,
};

export const TILE_KINDS = Object.keys(TILE_TYPES) as readonly TileKind[];

/** One large number, on a tile that is low. */
export const isFigure = (kind: TileKind): boolean => kind === "number" || kind === "number_change";

/** Pictures of numbers; the others are numbers already. */
export const isDrawn = (kind: TileKind): boolean => kind !== "table" && !isFigure(kind);

/** Rows below each other: as long as they are many. */
export const isList = (kind: TileKind): boolean => kind === "table" || kind === "ranking";

/** The type of a kind that is only known at run time: its chart and its views fit each other. */
export function tileType<K extends TileKind>(kind: K): TileType<K> {
  return TILE_TYPES[kind];
}
