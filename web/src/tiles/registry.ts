// The contract of a tile kind: one folder named as in Rust (`tiles/stacked_bar/`) that exports one TileType; the table of
// all kinds is `tiles/table.ts`, a `TileTypes`.

import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Chart, TileKind } from "@/model/report";

export type ChartOf<K extends TileKind> = Extract<Chart, { kind: unknown }> & { kind: K };

export interface TileViewProps<K extends TileKind> {
  chart: ChartOf<K>;
  data: TileData;
  title: string;
  /** Gives units, options and columns their words; absent while it loads. */
  form: FormDefinition | undefined;
  /** Opens what is behind one group, or a table's row by its order; absent where nothing may be opened. */
  onOpen: OpenBehind | undefined;
}

/** Without a key: everything the tile counts. */
export type OpenBehind = (key?: string, part?: string) => void;

export interface TileSettingsProps<K extends TileKind> {
  chart: ChartOf<K>;
  form: FormDefinition;
  /** The changed chart; the designer makes it one undoable change. `group` joins typing: `target`. */
  onChange: (chart: ChartOf<K>, group?: string) => void;
  problems: readonly Problem[];
}

export interface TileType<K extends TileKind> {
  kind: K;
  icon: LucideIcon;
  /** Cells of the twelve-column grid when dropped, and the least it can be. */
  size: { w: number; h: number };
  sizeMin: { w: number; h: number };
  /** A chart of `form` that shows something sensible at once. */
  chart: (form: string) => ChartOf<K>;
  /** Lazy where it needs a chart library. */
  View: ComponentType<TileViewProps<K>>;
  Settings: ComponentType<TileSettingsProps<K>>;
}

export type TileTypes = { [K in TileKind]: TileType<K> };
