import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { Outline, OutlineRow } from "@/ui/designer/OutlineRow";
import { type OutlinePlace, overOutline } from "@/ui/designer/outline_gap";
import { chosenBy } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import type { ProblemsByTile } from "./board_problems";
import type { BoardEdits } from "./edits";

export interface BoardOutlineProps {
  /** As they are read on the device that is designed for. */
  tiles: readonly Tile[];
  problems: ProblemsByTile;
  selection: readonly string[];
  edits: BoardEdits;
  onSelect: (ids: readonly string[]) => void;
  /** To a gap of the list: 0 is before the first. */
  onMove: (id: string, gap: number) => void;
}

/** All tiles from the top: the way about a large board. Dragged over another, a tile takes its place. */
export function BoardOutline({ tiles, problems, selection, edits, onSelect, onMove }: BoardOutlineProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const drag = (event: PointerEvent, tile: Tile) =>
    startDrag<OutlinePlace>(event.nativeEvent, {
      label: tile.title || t("unnamed"),
      sources: [event.currentTarget],
      over: overOutline,
      drop: ({ at }) => onMove(tile.id, at),
      end: () => onSelect([tile.id]),
    });
  return (
    <Outline none={tiles.length === 0 ? t("outlineNone") : undefined}>
      <ul aria-label={t("outline")} data-glides>
        {tiles.map((tile, at) => {
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
