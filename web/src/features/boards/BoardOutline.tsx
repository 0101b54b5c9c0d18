import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { Outline, OutlineRow } from "@/ui/designer/OutlineRow";
import { type OutlinePlace, overOutline } from "@/ui/designer/outline_gap";
import { chosenBy } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import { readingOrder } from "./board_look";
import type { ProblemsByTile } from "./board_problems";
import type { BoardEdits } from "./edits";

export interface BoardOutlineProps {
  tiles: readonly Tile[];
  problems: ProblemsByTile;
  selection: readonly string[];
  edits: BoardEdits;
  onSelect: (ids: readonly string[]) => void;
}

/** All tiles as they are read, row by row: the way about a large board. Dragged over another, a tile takes its place. */
export function BoardOutline({ tiles, problems, selection, edits, onSelect }: BoardOutlineProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const read = readingOrder(tiles);
  const drag = (event: PointerEvent, tile: Tile) =>
    startDrag<OutlinePlace>(event.nativeEvent, {
      label: tile.title || t("unnamed"),
      over: overOutline,
      drop: ({ at }) => edits.putBefore(tile.id, read[at]?.id ?? null),
      end: () => onSelect([tile.id]),
    });
  return (
    <Outline none={tiles.length === 0 ? t("outlineNone") : undefined}>
      <ul aria-label={t("outline")}>
        {read.map((tile, at) => {
          const { icon: Icon } = tileType(tile.chart.kind);
          return (
            <OutlineRow
              key={tile.id}
              icon={<Icon size={14} />}
              text={tile.title}
              placeholder={tTiles(`kind.${tile.chart.kind}.label`)}
              isSelected={selection.includes(tile.id)}
              mark={problems.get(tile.id)?.[0]?.severity}
              place={{ section: "", at }}
              onSelect={(more) => onSelect(chosenBy(selection, tile.id, more))}
              onRename={(title) => edits.title(tile.id, title)}
              onDragStart={(event) => drag(event, tile)}
            />
          );
        })}
      </ul>
    </Outline>
  );
}
