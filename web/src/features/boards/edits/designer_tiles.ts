// How tiles come onto the grid and are handled there: from the palette, by keys, by the clipboard.

import { type PointerEvent, type RefObject, useMemo, useState } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AppForm } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { type FormDefinition, NO_FORM } from "@/model/form";
import type { Chart, Tile, TileKind } from "@/model/report";
import { tileType } from "@/tiles/table";
import { titleOf } from "@/tiles/title";
import { useColumnWords } from "@/ui/column_words";
import { focusProperty } from "@/ui/designer/focus_property";
import { searchPalette } from "@/ui/designer/left_pane";
import { noteAdded } from "@/ui/designer/recent";
import { startDrag } from "@/ui/drag";
import { type Shortcut, useShortcuts } from "@/ui/shortcuts";
import type { BoardEdits } from "./edits";
import { cellAt } from "./layout";
import { type Template, type TemplateTitle, templateTiles } from "./templates";
import { copyTiles, pastedTiles } from "./tile_clipboard";

interface Source {
  edits: BoardEdits;
  select: (ids: readonly string[]) => void;
  tiles: readonly Tile[];
  /** All that are selected. */
  chosen: readonly Tile[];
  forms: readonly AppForm[];
  definitions: ReadonlyMap<string, FormDefinition>;
  grid: RefObject<HTMLDivElement | null>;
  /** The grid is shown, so that arrows move what stands on it. */
  isGrid: boolean;
}

/** A tile on its way from the palette, where it would go. Apart from the designer, of which only the grid is drawn anew for it. */
export type Ghost = StoreApi<Tile | null>;

export interface DesignerTiles {
  add: (kind: TileKind) => void;
  drag: (event: PointerEvent, kind: TileKind, label: string) => void;
  /** The tiles of a template, all at once. */
  begin: (template: Template) => void;
  ghost: Ghost;
}

export function useDesignerTiles(source: Source): DesignerTiles {
  const { edits, tiles, chosen, forms, definitions, grid } = source;
  const { t } = useTranslation("tiles");
  const { t: tBoards } = useTranslation("boards");
  const [ghost] = useState<Ghost>(() => createStore(() => null));
  // A new tile counts what the last one counted.
  const form = (chosen[0] ?? tiles.at(-1))?.chart.form ?? forms[0]?.id ?? "";
  const words = useColumnWords(definitions.get(form) ?? NO_FORM);
  useTileKeys(source);
  const add = (kind: TileKind, at?: { x: number; y: number }) => {
    const chart = tileType(kind).chart(form);
    noteAdded("board", kind);
    edits.add(kind, chart, titleOf(chart, words, t), at);
  };
  const drag = (event: PointerEvent, kind: TileKind, label: string) => {
    const { size, chart } = tileType(kind);
    let last: { x: number; y: number } | null = null;
    const show = (cell: typeof last) => {
      if (cell?.x === last?.x && cell?.y === last?.y) return;
      last = cell;
      ghost.setState(cell && { id: "ghost", title: "", ...size, ...cell, chart: chart(form) }, true);
    };
    startDrag(event.nativeEvent, {
      label,
      sources: [event.currentTarget],
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
  const begin = (template: Template) => {
    const question = (chart: Chart) => titleOf(chart, words, t);
    const title = (name: TemplateTitle) => tBoards(`template.title.${name}`);
    const tiles = templateTiles(template, form, definitions.get(form) ?? NO_FORM, { title, question });
    edits.start(tiles, tBoards(`template.${template}.name`));
  };
  return { add: (kind) => add(kind), drag, begin, ghost };
}

/** Arrows move one tile, with Shift they resize it; the rest is done with all that are selected. */
function useTileKeys({ edits, select, tiles, chosen, isGrid }: Source): void {
  const { t } = useTranslation("boards");
  const shortcuts = useMemo(() => {
    const [only] = chosen;
    const one = (keys: string, label: string, act: (tile: Tile) => void): Shortcut => ({
      keys,
      label,
      run: () => only && act(only),
      isOff: chosen.length !== 1,
    });
    const placed = (keys: string, label: string, act: (tile: Tile) => void): Shortcut => {
      const shortcut = one(keys, label, act);
      return { ...shortcut, isOff: shortcut.isOff || !isGrid };
    };
    const many = (keys: string, label: string, act: (tiles: readonly Tile[]) => void): Shortcut => ({
      keys,
      label,
      run: () => act(chosen),
      isOff: chosen.length === 0,
    });
    const idsOf = (list: readonly Tile[]) => list.map(({ id }) => id);
    return [
      placed("arrowleft", t("key.left"), ({ id }) => edits.nudge(id, -1, 0)),
      placed("arrowright", t("key.right"), ({ id }) => edits.nudge(id, 1, 0)),
      placed("arrowup", t("key.up"), ({ id }) => edits.nudge(id, 0, -1)),
      placed("arrowdown", t("key.down"), ({ id }) => edits.nudge(id, 0, 1)),
      placed("shift+arrowleft", t("key.narrower"), ({ id, w, h }) => edits.resize(id, w - 1, h)),
      placed("shift+arrowright", t("key.wider"), ({ id, w, h }) => edits.resize(id, w + 1, h)),
      placed("shift+arrowup", t("key.lower"), ({ id, w, h }) => edits.resize(id, w, h - 1)),
      placed("shift+arrowdown", t("key.higher"), ({ id, w, h }) => edits.resize(id, w, h + 1)),
      one("f2", t("key.rename"), () => focusProperty("title")),
      many("mod+d", t("duplicate"), (list) => edits.insertCopies(list, "duplicate")),
      many("mod+c", t("copy"), (list) => void copyTiles(list)),
      many("mod+x", t("cut"), (list) => void copyTiles(list).then(() => edits.remove(idsOf(list), "cut"))),
      many("delete", t("remove"), (list) => edits.remove(idsOf(list))),
      many("backspace", t("remove"), (list) => edits.remove(idsOf(list))),
      many("escape", t("deselect"), () => select([])),
      { keys: "/", label: t("key.add"), run: searchPalette },
      { keys: "n", label: t("key.add"), run: searchPalette },
      { keys: "mod+a", label: t("selectAll"), run: () => select(idsOf(tiles)) },
      {
        keys: "mod+v",
        label: t("paste"),
        run: () => void pastedTiles().then((list) => edits.insertCopies(list, "paste")),
      },
    ];
  }, [edits, select, tiles, chosen, isGrid, t]);
  useShortcuts(t("tiles"), shortcuts);
}
