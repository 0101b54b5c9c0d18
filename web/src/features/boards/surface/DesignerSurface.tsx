import { type RefObject, useMemo } from "react";
import { GridLayout, type Layout, useContainerWidth } from "react-grid-layout";
import { useStore } from "zustand";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Condition, Tile } from "@/model/report";
import { startMarquee } from "@/ui/designer/marquee";
import { chosenBy } from "@/ui/designer/selection";
import { useIsWhole } from "@/ui/designer/whole";
import type { ProblemsByTile } from "../edits/board_problems";
import type { Place } from "../edits/change";
import type { Ghost } from "../edits/designer_tiles";
import { GAP_PX, GRID_COLUMNS, layoutOf, opened, placesOf, ROW_PX } from "../edits/layout";
import type { Template } from "../edits/templates";
import { readingOrder } from "../view/board_look";
import { DesignerTile } from "./DesignerTile";
import styles from "./designer.module.css";
import { TemplateChoice } from "./TemplateChoice";

export interface DesignerSurfaceProps {
  gridRef: RefObject<HTMLDivElement | null>;
  tiles: readonly Tile[];
  /** They stand on one page of several. */
  isTab: boolean;
  filters: readonly Condition[];
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: ProblemsByTile;
  selection: readonly string[];
  ghost: Ghost;
  /** What an empty board begins with. */
  onBegin: (template: Template) => void;
  onSelect: (ids: readonly string[]) => void;
  onArrange: (places: readonly Place[], step: "move" | "resize") => void;
}

const GRID = {
  cols: GRID_COLUMNS,
  rowHeight: ROW_PX,
  margin: [GAP_PX, GAP_PX],
  containerPadding: [0, 0],
} as const;
const DRAG = { handle: `.${styles.grip}`, cancel: "button" };
const RESIZE = { handles: ["s", "e", "se"] } as const;
/** More than a screen holds. */
const FIRST_TILES = 12;

/** The grid as it is edited: drag by the title, resize by the edges; others make room before the drop. */
export function DesignerSurface(props: DesignerSurfaceProps) {
  const { gridRef, tiles, isTab, filters, definitions, problems, selection, onBegin, onSelect, onArrange } = props;
  const { t } = useTranslation("boards");
  const ghost = useStore(props.ghost);
  const { width, containerRef, mounted } = useContainerWidth();
  const isWhole = useIsWhole();
  const drawn = useMemo(() => (isWhole ? tiles : readingOrder(tiles).slice(0, FIRST_TILES)), [isWhole, tiles]);
  const shown = useMemo(() => withGhost(drawn, ghost), [drawn, ghost]);
  const layout = useMemo(() => layoutOf(shown), [shown]);
  const chosen = selection.length === 1 ? tiles.find(({ id }) => id === selection[0]) : undefined;
  const arrange = (step: "move" | "resize") => (now: Layout) => onArrange(placesOf(tiles, now), step);
  return (
    <div
      className={styles.surface}
      onPointerDown={({ nativeEvent, target, currentTarget }) => {
        const grid = gridRef.current;
        if (!grid || (target !== currentTarget && target !== grid)) return;
        onSelect([]);
        startMarquee(nativeEvent, { label: t("marquee"), attribute: "data-tile", sheet: grid, onSelect });
      }}
    >
      {/* Arrow keys move and resize the selected tile: where it stands now is said. */}
      <span className={styles.unseen} aria-live="polite">
        {chosen &&
          t("tileAt", { title: chosen.title, column: chosen.x + 1, row: chosen.y + 1, w: chosen.w, h: chosen.h })}
      </span>
      <div ref={containerRef} className={styles.sheet}>
        {tiles.length === 0 && !ghost && (
          <TemplateChoice title={isTab ? t("tabs.empty") : t("empty.title")} onBegin={onBegin} />
        )}
        {mounted && (
          <GridLayout
            innerRef={gridRef}
            className={styles.grid ?? ""}
            width={width}
            layout={layout}
            gridConfig={GRID}
            dragConfig={DRAG}
            resizeConfig={RESIZE}
            onDragStart={(_, item) => item && onSelect([item.i])}
            onResizeStart={(_, item) => item && onSelect([item.i])}
            onDragStop={arrange("move")}
            onResizeStop={arrange("resize")}
          >
            {shown.map((tile) => (
              <div key={tile.id} className={styles.cell}>
                {tile === ghost || tile.id === ghost?.id ? (
                  <div className={styles.ghost} />
                ) : (
                  <DesignerTile
                    tile={tile}
                    filters={filters}
                    form={definitions.get(tile.chart.form)}
                    problems={problems.get(tile.id) ?? []}
                    isSelected={selection.includes(tile.id)}
                    onSelect={(more) => onSelect(chosenBy(selection, tile.id, more))}
                  />
                )}
              </div>
            ))}
          </GridLayout>
        )}
      </div>
    </div>
  );
}

/** The tiles as they would stand after the drop. */
function withGhost(tiles: readonly Tile[], ghost: Tile | null): readonly Tile[] {
  if (!ghost) return tiles;
  const places = new Map(opened(tiles, ghost).map((place) => [place.id, place]));
  return [...tiles, ghost].map((tile) => {
    const place = places.get(tile.id);
    return place ? { ...tile, ...place } : tile;
  });
}
