// How tiles come onto the grid and are handled there: from the palette, by keys, by the clipboard.

import { type PointerEvent, type RefObject, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppForm } from "@/api/apps";
import type { FormDefinition } from "@/model/form";
import type { Chart, Tile, TileKind } from "@/model/report";
import { tileType } from "@/tiles/table";
import { titleOf } from "@/tiles/title";
import { useColumnWords } from "@/ui/column_words";
import { startDrag } from "@/ui/drag";
import { type Shortcut, useShortcuts } from "@/ui/shortcuts";
import type { BoardEdits } from "./edits";
import { cellAt } from "./layout";
import { type STARTER_TITLES, starterTiles } from "./starter";
import { copyTile, pastedTile } from "./tile_clipboard";

const NO_FORM: FormDefinition = { fields: [], sections: [] };

interface Source {
  edits: BoardEdits;
  select: (ids: readonly string[]) => void;
  tiles: readonly Tile[];
  selected: Tile | null;
  forms: readonly AppForm[];
  definitions: ReadonlyMap<string, FormDefinition>;
  grid: RefObject<HTMLDivElement | null>;
}

export interface DesignerTiles {
  add: (kind: TileKind) => void;
  drag: (event: PointerEvent, kind: TileKind, label: string) => void;
  /** The usual tiles, all at once. */
  start: () => void;
  /** Where the dragged tile would go. */
  ghost: Tile | null;
}

export function useDesignerTiles(source: Source): DesignerTiles {
  const { edits, tiles, selected, forms, definitions, grid } = source;
  const { t } = useTranslation("tiles");
  const { t: tBoards } = useTranslation("boards");
  const [ghost, setGhost] = useState<Tile | null>(null);
  // A new tile counts what the last one counted.
  const form = (selected ?? tiles.at(-1))?.chart.form ?? forms[0]?.id ?? "";
  const words = useColumnWords(definitions.get(form) ?? NO_FORM);
  useTileKeys(source);
  const add = (kind: TileKind, at?: { x: number; y: number }) => {
    const chart = tileType(kind).chart(form);
    edits.add(kind, chart, titleOf(chart, words, t), at);
  };
  const drag = (event: PointerEvent, kind: TileKind, label: string) => {
    const { size, chart } = tileType(kind);
    let last: { x: number; y: number } | null = null;
    const show = (cell: typeof last) => {
      if (cell?.x === last?.x && cell?.y === last?.y) return;
      last = cell;
      setGhost(cell && { id: "ghost", title: "", ...size, ...cell, chart: chart(form) });
    };
    startDrag(event.nativeEvent, {
      label,
      over: (x, y) => {
        const box = grid.current?.getBoundingClientRect();
        const isInside = box !== undefined && x >= box.left && x <= box.right && y >= box.top;
        show(isInside ? cellAt(x - box.left - 40, y - box.top - 20, box.width, size.w) : null);
        return { place: last };
      },
      drop: (cell) => add(kind, cell),
      end: () => show(null),
    });
  };
  const start = () => {
    const title = (name: (typeof STARTER_TITLES)[number]) => tBoards(`starter.${name}`);
    const question = (chart: Chart) => titleOf(chart, words, t);
    edits.start(starterTiles(form, definitions.get(form) ?? NO_FORM, { title, question }));
  };
  return { add: (kind) => add(kind), drag, start, ghost };
}

/** Arrows move, with Shift they resize. */
function useTileKeys({ edits, select, selected }: Source): void {
  const { t } = useTranslation("boards");
  const shortcuts = useMemo(() => {
    const isOff = selected === null;
    const key = (keys: string, label: string, act: (tile: Tile) => void): Shortcut => ({
      keys,
      label,
      run: () => selected && act(selected),
      isOff,
    });
    return [
      key("arrowleft", t("key.left"), ({ id }) => edits.nudge(id, -1, 0)),
      key("arrowright", t("key.right"), ({ id }) => edits.nudge(id, 1, 0)),
      key("arrowup", t("key.up"), ({ id }) => edits.nudge(id, 0, -1)),
      key("arrowdown", t("key.down"), ({ id }) => edits.nudge(id, 0, 1)),
      key("shift+arrowleft", t("key.narrower"), ({ id, w, h }) => edits.resize(id, w - 1, h)),
      key("shift+arrowright", t("key.wider"), ({ id, w, h }) => edits.resize(id, w + 1, h)),
      key("shift+arrowup", t("key.lower"), ({ id, w, h }) => edits.resize(id, w, h - 1)),
      key("shift+arrowdown", t("key.higher"), ({ id, w, h }) => edits.resize(id, w, h + 1)),
      key("mod+d", t("duplicate"), (tile) => edits.insertCopy(tile, "duplicate")),
      key("mod+c", t("copy"), (tile) => void copyTile(tile)),
      key("delete", t("remove"), ({ id }) => edits.remove(id)),
      key("backspace", t("remove"), ({ id }) => edits.remove(id)),
      key("escape", t("deselect"), () => select([])),
      {
        keys: "mod+v",
        label: t("paste"),
        run: () => void pastedTile().then((tile) => tile && edits.insertCopy(tile, "paste")),
      },
    ];
  }, [edits, select, selected, t]);
  useShortcuts(t("tiles"), shortcuts);
}
